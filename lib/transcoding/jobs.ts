import {
  changeTranscodingJob,
  insertTranscodingJob,
  listTranscodingJobs,
  readTranscodingJob,
  type TranscodingJobRow,
} from '#db/transcodingJobs.ts'
import { isUuid } from '#lib/uuid.ts'
import { deleteJobFiles } from './deleteJobFiles.ts'
import { FAILURE_MESSAGES, type FailureReason } from './failureMessages.ts'
import { isOver, type Job, type JobState, type JobStep } from './job.ts'
import { wakeWorker } from './wakeup.ts'

type NewJob = Pick<TranscodingJobRow, 'id' | 'title' | 'fileName' | 'size' | 'addedBy'> & {
  replaces?: string | null
}

/** Creates the job of an upload, before its first byte. @throws DatabaseAway */
export async function beginJob(job: NewJob, now: Date): Promise<void> {
  await insertTranscodingJob({
    ...job,
    replaces: job.replaces ?? null,
    createdAt: now,
    state: 'uploading' satisfies JobState,
    step: null,
    progress: 0,
    tries: 0,
    reason: null,
    worker: null,
    leaseUntil: null,
  })
}

/** Queues a job whose upload is complete. Idempotent. */
export async function finishUpload(id: string): Promise<void> {
  await changeTranscodingJob({ id, state: 'uploading', worker: null }, { state: 'waiting' })
  wakeWorker()
}

/** @returns how many uploads of this owner are unfinished. */
export async function countUnfinished(addedBy: string): Promise<number> {
  const jobs = await listTranscodingJobs()
  return jobs.filter((job) => job.addedBy === addedBy && job.state === 'uploading').length
}

/** The jobs of the last month, the newest first. */
export async function listJobs(askedBy: string): Promise<Job[]> {
  const rows = await listTranscodingJobs()
  rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  return rows.map((row) => toJob(row, askedBy))
}

export async function readJob(id: string, askedBy: string): Promise<Job | null> {
  const row = isUuid(id) ? await readTranscodingJob(id) : null
  return row && toJob(row, askedBy)
}

export type CancelResult = { ok: true } | { ok: false; reason: 'unknown-job' | 'over' }

/**
 * Cancels a job and deletes its files. A worker that is running it notices within seconds and deletes
 * what it has written since.
 * @throws DatabaseAway: try again.
 */
export async function cancelJob(id: string): Promise<CancelResult> {
  for (;;) {
    const row = isUuid(id) ? await readTranscodingJob(id) : null
    if (!row) return { ok: false, reason: 'unknown-job' }
    if (isOver({ state: row.state as JobState })) return { ok: false, reason: 'over' }
    // Its state may have changed since it was read: then read it again.
    if (await changeTranscodingJob(row, { state: 'cancelled' satisfies JobState })) break
  }
  wakeWorker()
  await deleteJobFiles(id)
  return { ok: true }
}

/** Only this folder writes these rows, so the casts hold. */
function toJob(row: TranscodingJobRow, askedBy: string): Job {
  const { id, title, fileName, size, progress, reason } = row
  return {
    ...{ id, title, fileName, size, progress },
    reason: reason && FAILURE_MESSAGES[reason as FailureReason],
    state: row.state as JobState,
    step: row.step as JobStep | null,
    isOwn: row.addedBy === askedBy,
    createdAt: row.createdAt.toISOString(),
  }
}
