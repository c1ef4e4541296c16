import { assignments } from './assignments.ts'
import { type Row, runAll, runLwt, runSerial } from './client.ts'

/**
 * What becomes of an uploaded file. A partition each, so that conditional writes to one are in
 * nobody's way; few, and gone after a month, so that all are listed by going through them.
 */
export type TranscodingJobRow = {
  id: string
  title: string
  fileName: string
  /** Bytes of the whole file. */
  size: number
  addedBy: string
  /** The video whose place the video is to take. */
  replaces: string | null
  createdAt: Date
  state: string
  step: string | null
  /** From 0 to 1, of all that is to be done after the upload. */
  progress: number
  /** How often work on it was begun, less the times a server stopped in good order. */
  tries: number
  /** Why it failed. */
  reason: string | null
  /** Who works on it, and until when nobody else does; both are given anew with each try. */
  worker: string | null
  leaseUntil: Date | null
}

const COLUMN_OF = {
  state: 'state',
  step: 'step',
  progress: 'progress',
  tries: 'tries',
  reason: 'reason',
  worker: 'worker',
  leaseUntil: 'lease_until',
} as const

export type TranscodingJobChange = Partial<Pick<TranscodingJobRow, keyof typeof COLUMN_OF>>

const COLUMNS = [
  ...['job_id', 'title', 'file_name', 'size', 'added_by', 'replaces', 'created_at'],
  ...Object.values(COLUMN_OF),
].join(', ')

/* Conditional throughout: an owner who cancels and a worker must not both win. */

export async function insertTranscodingJob(job: TranscodingJobRow): Promise<void> {
  await runLwt(
    'INSERT INTO film_jobs (job_id, title, file_name, size, added_by, replaces, created_at, ' +
      'state, progress, tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS',
    [
      job.id,
      job.title,
      job.fileName,
      job.size,
      job.addedBy,
      job.replaces,
      job.createdAt,
      job.state,
      job.progress,
      job.tries,
    ],
  )
}

export async function readTranscodingJob(id: string): Promise<TranscodingJobRow | null> {
  const query = `SELECT ${COLUMNS} FROM film_jobs WHERE job_id = ?`
  return toJob(await runSerial(query, [id]))
}

/** In no order. */
export async function listTranscodingJobs(): Promise<TranscodingJobRow[]> {
  const rows = await runAll(`SELECT ${COLUMNS} FROM film_jobs`)
  return rows.map(toJob).filter((job) => job !== null)
}

/**
 * Changes a job if it is still in this state and in these hands.
 * @returns false when it is not, and nothing was changed.
 */
export async function changeTranscodingJob(
  { id, state, worker }: Pick<TranscodingJobRow, 'id' | 'state' | 'worker'>,
  change: TranscodingJobChange,
): Promise<boolean> {
  const { set, values } = assignments(COLUMN_OF, change)
  const { applied } = await runLwt(
    `UPDATE film_jobs SET ${set} WHERE job_id = ? IF state = ? AND worker = ?`,
    [...values, id, state, worker],
  )
  return applied
}

/** A row whose first columns have expired is none. */
function toJob(row: Row | undefined): TranscodingJobRow | null {
  if (!row?.title || !row.state) return null
  return {
    id: row.job_id.toString(),
    title: row.title,
    fileName: row.file_name,
    size: Number(row.size),
    addedBy: row.added_by.toString(),
    replaces: row.replaces?.toString() ?? null,
    createdAt: row.created_at,
    state: row.state,
    step: row.step ?? null,
    progress: row.progress ?? 0,
    tries: row.tries ?? 0,
    reason: row.reason ?? null,
    worker: row.worker?.toString() ?? null,
    leaseUntil: row.lease_until ?? null,
  }
}
