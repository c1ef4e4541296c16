import {
  changeTranscodingJob,
  insertTranscodingJob,
  listTranscodingJobs,
  readTranscodingJob,
  type TranscodingJobRow,
} from '#db/transcodingJobs.ts'
import { isUuid } from '#lib/uuid.ts'
import { deleteJobFiles } from './deleteFiles.ts'
import { FAILURE_MESSAGES, type FailureReason } from './failureMessages.ts'
import { isOver, type Job, type JobState, type JobStep } from './job.ts'
import { wakeWorker } from './wakeup.ts'

type NewJob = Pick<TranscodingJobRow, 'id' | 'title' | 'fileName' | 'size' | 'addedBy'> & {
  replaces?: string | null
}

/** Notes an upload before its first byte. @throws DatabaseAway */
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

/** The file is whole: whoever makes videos may begin. Once is enough, twice does no harm. */
export async function finishUpload(id: string): Promise<void> {
  await changeTranscodingJob({ id, state: 'uploading', worker: null }, { state: 'waiting' })
  wakeWorker()
}

/** @returns how many uploads of this owner have begun and not ended. */
export async function countUnfinished(addedBy: string): Promise<number> {
  const jobs = await listTranscodingJobs()
  return jobs.filter((job) => job.addedBy === addedBy && job.state === 'uploading').length
}

/** The jobs of a month, the newest first. */
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
 * Ends a job and removes what there is of it. A worker that is at it hears so within seconds and
 * removes the rest.
 * @throws DatabaseAway: ask again.
 */
export async function cancelJob(id: string): Promise<CancelResult> {
  for (;;) {
    const row = isUuid(id) ? await readTranscodingJob(id) : null
    if (!row) return { ok: false, reason: 'unknown-job' }
    if (isOver({ state: row.state as JobState })) return { ok: false, reason: 'over' }
    // Somebody else may have moved it meanwhile: then look again.
    if (await changeTranscodingJob(row, { state: 'cancelled' satisfies JobState })) break
  }
  wakeWorker()
  await deleteJobFiles(id)
  return { ok: true }
}

/** Only functions of this folder write these rows, so the words in them are those of `Job`. */
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
