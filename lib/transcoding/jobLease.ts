import { isDatabaseAway } from '#db/client.ts'
import { changeTranscodingJob, type TranscodingJobRow } from '#db/transcodingJobs.ts'
import { log } from '#lib/log.ts'
import type { JobStep } from './job.ts'
import { untilWakeup, wakeupsSoFar } from './wakeup.ts'

/** So long nobody else takes up a job after its worker's last word. */
export const LEASE_MS = 30_000
const EVERY_MS = 3000

/** A job in our hands. */
export type JobLease = {
  /** Aborted when the server stops, and when the job is not ours any more. */
  signal: AbortSignal
  /** Notes how far it is; told to the owner with the next word. */
  note(step: JobStep, progress: number): void
  letGo(): Promise<void>
}

/**
 * Says every few seconds that somebody works on a job and how far it is, until it is let go, or was
 * cancelled or taken by another. While the database is away the work goes on.
 */
export function holdJobLease(job: TranscodingJobRow, stop: AbortSignal): JobLease {
  const over = new AbortController()
  const lost = new AbortController()
  let told: { step: JobStep; progress: number } = { step: 'checking', progress: 0 }
  const loop = goOn()

  async function goOn() {
    for (;;) {
      await untilWakeup(wakeupsSoFar(), EVERY_MS, over.signal)
      if (over.signal.aborted) return
      const leaseUntil = new Date(Date.now() + LEASE_MS)
      const isOurs = await changeTranscodingJob(job, { ...told, leaseUntil }).catch((error) => {
        if (!isDatabaseAway(error)) log().error({ err: error }, 'a job could not be held')
        return true
      })
      if (!isOurs) return lost.abort()
    }
  }

  return {
    signal: AbortSignal.any([stop, lost.signal]),
    note: (step, progress) => {
      told = { step, progress }
    },
    async letGo() {
      over.abort()
      await loop
    },
  }
}
