import { assignments } from './assignments.ts'
import { type Row, runAll, runLwt, runSerial } from './client.ts'

/**
 * The transcoding of an uploaded file. Each job is its own partition, so that conditional writes to
 * different jobs do not contend; rows expire after a month and are few, so listing scans the table.
 */
export type TranscodingJobRow = {
  id: string
  title: string
  fileName: string
  /** Bytes of the whole file. */
  size: number
  addedBy: string
  /** The video that this one is to replace. */
  replaces: string | null
  createdAt: Date
  state: string
  step: string | null
  /** From 0 to 1, of the work after the upload. */
  progress: number
  /** Attempts so far; one that a server shutdown interrupted does not count. */
  tries: number
  /** The reason of a failure. */
  reason: string | null
  /** The worker that holds the lease, new with each attempt, and when the lease expires. */
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

/* All writes are conditional: a cancellation and a worker must not both win. */

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

/** Unordered. */
export async function listTranscodingJobs(): Promise<TranscodingJobRow[]> {
  const rows = await runAll(`SELECT ${COLUMNS} FROM film_jobs`)
  return rows.map(toJob).filter((job) => job !== null)
}

/**
 * Changes a job if its state and worker are still these.
 * @returns false when they are not; then nothing was changed
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

/** @returns null also for a row whose first columns have expired. */
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
