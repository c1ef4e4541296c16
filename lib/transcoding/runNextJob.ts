import { randomUUID } from 'node:crypto'
import {
  changeTranscodingJob,
  listTranscodingJobs,
  readTranscodingJob,
  type TranscodingJobChange,
  type TranscodingJobRow,
} from '#db/transcodingJobs.ts'
import { log } from '#lib/log.ts'
import { dropUpload, uploadFacts } from '#lib/uploads/uploadFile.ts'
import { deleteJobFiles } from './deleteFiles.ts'
import type { FailureReason } from './failureMessages.ts'
import type { JobState } from './job.ts'
import { holdJobLease, LEASE_MS } from './jobLease.ts'
import { recoverJobs } from './recoverJobs.ts'
import { type JobOutcome, runJob } from './runJob.ts'
import { dropWork } from './videoFiles.ts'

/** How often work on one file is begun. */
const MOST_TRIES = 3

/** A job's fields, in the words of `Job`. */
type Change = TranscodingJobChange & { state: JobState; reason?: FailureReason }
const FREE = { worker: null, leaseUntil: null }

/**
 * Takes the oldest file that waits, or one whose worker died, and makes a video of it.
 * @param stop ends the work; the file waits again then, as if nobody had begun
 * @returns whether there was one
 * @throws DatabaseAway
 */
export async function runNextJob(stop: AbortSignal, now = new Date()): Promise<boolean> {
  const jobs = await listTranscodingJobs()
  await recoverJobs(jobs, now)
  const free = jobs.filter((job) => isFree(job, now))
  free.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  for (const job of free) {
    // A server beside this one, on the same database, may have its own files.
    if (!(await uploadFacts(job.id))) continue
    if (job.tries >= MOST_TRIES) {
      await end(job, { state: 'failed', reason: 'gave-up', ...FREE })
      continue
    }
    const ours = await take(job, now)
    if (!ours) continue
    await workOn(ours, job.tries, stop)
    return true
  }
  return false
}

function isFree({ state, leaseUntil }: TranscodingJobRow, now: Date): boolean {
  return state === 'waiting' || (state === 'working' && !(leaseUntil && leaseUntil > now))
}

/** @returns null when somebody else was faster. */
async function take(job: TranscodingJobRow, now: Date): Promise<TranscodingJobRow | null> {
  const ours = {
    state: 'working' satisfies JobState,
    worker: randomUUID(),
    leaseUntil: new Date(now.getTime() + LEASE_MS),
    tries: job.tries + 1,
  }
  return (await changeTranscodingJob(job, ours)) ? { ...job, ...ours } : null
}

async function workOn(
  job: TranscodingJobRow,
  triesBefore: number,
  stop: AbortSignal,
): Promise<void> {
  const held = holdJobLease(job, stop)
  const outcome = await runJob(job, held).finally(held.letGo)
  const { id, fileName, tries } = job
  log().info({ id, fileName, tries, ...outcome }, 'work on a video ended')
  const change = afterwards(outcome, stop.aborted ? triesBefore : tries)
  if (!(await end(job, change)) && (await readTranscodingJob(id))?.state === 'cancelled')
    await deleteJobFiles(id)
}

function afterwards(outcome: JobOutcome, tries: number): Change {
  switch (outcome.is) {
    case 'done':
      return { state: 'done', progress: 1, ...FREE }
    case 'removed':
      return { state: 'cancelled', ...FREE }
    case 'failed':
      return { state: 'failed', reason: outcome.reason, ...FREE }
    case 'killed':
      return { state: 'waiting', tries, ...FREE }
  }
}

/** Notes how a job ended, and leaves of its files what is needed then. @returns false: not ours. */
async function end(job: TranscodingJobRow, change: Change): Promise<boolean> {
  if (!(await changeTranscodingJob(job, change))) return false
  if (change.state === 'failed' || change.state === 'cancelled') await deleteJobFiles(job.id)
  else await dropWork(job.id)
  if (change.state === 'done') await dropUpload(job.id)
  return true
}
