import { useCallback, useEffect, useState } from 'react'
import { isOver, type Job } from '#lib/transcoding/job.ts'

const BUSY_POLL_MS = 1500
const IDLE_POLL_MS = 15_000

/** What the server makes of the uploads, asked often while something is under way. */
export function useJobs() {
  const [jobs, setJobs] = useState<Job[] | null>(null)
  const isBusy = jobs?.some((job) => !isOver(job) && job.state !== 'uploading') ?? true

  const ask = useCallback(async () => {
    const found = await fetch('/api/jobs').catch(() => null)
    // A server that is away answers later; what was last known stands until then.
    if (found?.ok) setJobs((await found.json()).jobs)
  }, [])

  useEffect(() => {
    void ask()
    const timer = setInterval(ask, isBusy ? BUSY_POLL_MS : IDLE_POLL_MS)
    return () => clearInterval(timer)
  }, [ask, isBusy])

  const cancel = useCallback(
    async (id: string) => {
      await fetch(`/api/jobs/${id}`, { method: 'DELETE' }).catch(() => null)
      await ask()
    },
    [ask],
  )

  return { jobs, ask, cancel }
}
