import { randomUUID } from 'node:crypto'
import {
  changeTranscodingJob,
  listTranscodingJobs,
  readTranscodingJob,
  type TranscodingJobChange,
  type TranscodingJobRow,
} from '#db/transcodingJobs.ts'
import { log } from '#lib/log.ts'
import { deleteUpload, statUpload } from '#lib/uploads/uploadFile.ts'
import { deleteJobFiles } from './deleteJobFiles.ts'
import type { FailureReason } from './failureMessages.ts'
import type { JobState } from './job.ts'
import { keepJobLease, LEASE_MS } from './jobLease.ts'
import { recoverJobs } from './recoverJobs.ts'
import { type JobOutcome, runJob } from './runJob.ts'
import { deleteWorkFolder } from './videoFiles.ts'

/** Attempts at one file. */
const MAX_TRIES = 3

/** A change of a row, with the types of `Job`. */
type Change = TranscodingJobChange & { state: JobState; reason?: FailureReason }
const NO_LEASE = { worker: null, leaseUntil: null }

/**
 * Runs the oldest job that is queued or whose lease has expired.
 * @param stop interrupts the job, which is queued again; the attempt does not count
 * @returns whether there was one
 * @throws DatabaseAway
 */
export async function runNextJob(stop: AbortSignal, now = new Date()): Promise<boolean> {
  const jobs = await listTranscodingJobs()
  await recoverJobs(jobs, now)
  const available = jobs.filter((job) => isAvailable(job, now))
  available.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  for (const job of available) {
    // Another server on the same database may hold the file on its own disk.
    if (!(await statUpload(job.id))) continue
    if (job.tries >= MAX_TRIES) {
      await finishJob(job, { state: 'failed', reason: 'gave-up', ...NO_LEASE })
      continue
    }
    const acquired = await acquireJob(job, now)
    if (!acquired) continue
    await runAcquiredJob(acquired, job.tries, stop)
    return true
  }
  return false
}

function isAvailable({ state, leaseUntil }: TranscodingJobRow, now: Date): boolean {
  return state === 'waiting' || (state === 'working' && !(leaseUntil && leaseUntil > now))
}

/** @returns null when another worker was faster. */
async function acquireJob(job: TranscodingJobRow, now: Date): Promise<TranscodingJobRow | null> {
  const change = {
    state: 'working' satisfies JobState,
    worker: randomUUID(),
    leaseUntil: new Date(now.getTime() + LEASE_MS),
    tries: job.tries + 1,
  }
  return (await changeTranscodingJob(job, change)) ? { ...job, ...change } : null
}

async function runAcquiredJob(
  job: TranscodingJobRow,
  triesBefore: number,
  stop: AbortSignal,
): Promise<void> {
  const lease = keepJobLease(job, stop)
  const outcome = await runJob(job, lease).finally(lease.release)
  const { id, fileName, tries } = job
  log().info({ id, fileName, tries, ...outcome }, 'transcoding job ended')
  const change = changeAfter(outcome, stop.aborted ? triesBefore : tries)
  if (!(await finishJob(job, change)) && (await readTranscodingJob(id))?.state === 'cancelled')
    await deleteJobFiles(id)
}

function changeAfter(outcome: JobOutcome, tries: number): Change {
  switch (outcome.kind) {
    case 'done':
      return { state: 'done', progress: 1, ...NO_LEASE }
    case 'removed':
      return { state: 'cancelled', ...NO_LEASE }
    case 'failed':
      return { state: 'failed', reason: outcome.reason, ...NO_LEASE }
    case 'killed':
      return { state: 'waiting', tries, ...NO_LEASE }
  }
}

/** Writes how a job ended and deletes the files it no longer needs. @returns false if the lease was lost. */
async function finishJob(job: TranscodingJobRow, change: Change): Promise<boolean> {
  if (!(await changeTranscodingJob(job, change))) return false
  if (change.state === 'failed' || change.state === 'cancelled') await deleteJobFiles(job.id)
  else await deleteWorkFolder(job.id)
  if (change.state === 'done') await deleteUpload(job.id)
  return true
}
