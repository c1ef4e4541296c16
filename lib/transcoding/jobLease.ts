import { isDatabaseAway } from '#db/client.ts'
import { changeTranscodingJob, type TranscodingJobRow } from '#db/transcodingJobs.ts'
import { log } from '#lib/log.ts'
import type { JobStep } from './job.ts'
import { waitForWakeup, wakeupCount } from './wakeup.ts'

/** How long no other worker takes a job after its lease was renewed. */
export const LEASE_MS = 30_000
const RENEW_INTERVAL_MS = 3000

/** The lease of a job this process works on. */
export type JobLease = {
  /** Aborted when the server stops or the lease is lost. */
  signal: AbortSignal
  /** Sets the progress, which is written with the next renewal. */
  report(step: JobStep, progress: number): void
  release(): Promise<void>
}

/**
 * Renews a job's lease every few seconds and writes its progress, until the lease is released or
 * lost: to a cancellation or to another worker. While the database is away, work continues.
 */
export function keepJobLease(job: TranscodingJobRow, stop: AbortSignal): JobLease {
  const released = new AbortController()
  const lost = new AbortController()
  let reported: { step: JobStep; progress: number } = { step: 'checking', progress: 0 }
  const loop = renewUntilReleased()

  async function renewUntilReleased() {
    for (;;) {
      await waitForWakeup(wakeupCount(), RENEW_INTERVAL_MS, released.signal)
      if (released.signal.aborted) return
      const leaseUntil = new Date(Date.now() + LEASE_MS)
      const isHeld = await changeTranscodingJob(job, { ...reported, leaseUntil }).catch((error) => {
        if (!isDatabaseAway(error)) log().error({ err: error }, 'job lease could not be renewed')
        return true
      })
      if (!isHeld) return lost.abort()
    }
  }

  return {
    signal: AbortSignal.any([stop, lost.signal]),
    report: (step, progress) => {
      reported = { step, progress }
    },
    async release() {
      released.abort()
      await loop
    },
  }
}
