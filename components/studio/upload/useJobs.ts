import { useCallback, useEffect, useState } from 'react'
import { isOver, type Job } from '#lib/transcoding/job.ts'

const BUSY_POLL_MS = 1500
const IDLE_POLL_MS = 15_000

/** Polls the transcoding jobs, more often while one is running. */
export function useJobs() {
  const [jobs, setJobs] = useState<Job[] | null>(null)
  const isBusy = jobs?.some((job) => !isOver(job) && job.state !== 'uploading') ?? true

  const refresh = useCallback(async () => {
    const response = await fetch('/api/jobs').catch(() => null)
    // On an error the last known state stays until the next poll.
    if (response?.ok) setJobs((await response.json()).jobs)
  }, [])

  useEffect(() => {
    void refresh()
    const timer = setInterval(refresh, isBusy ? BUSY_POLL_MS : IDLE_POLL_MS)
    return () => clearInterval(timer)
  }, [refresh, isBusy])

  const cancel = useCallback(
    async (id: string) => {
      await fetch(`/api/jobs/${id}`, { method: 'DELETE' }).catch(() => null)
      await refresh()
    },
    [refresh],
  )

  return { jobs, refresh, cancel }
}
