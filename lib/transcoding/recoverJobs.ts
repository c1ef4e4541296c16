import { changeTranscodingJob, type TranscodingJobRow } from '#db/transcodingJobs.ts'
import { ABANDONED_MS } from '#lib/uploads/bounds.ts'
import { dropUpload, listUploads, uploadFacts } from '#lib/uploads/uploadFile.ts'
import { deleteJobFiles } from './deleteFiles.ts'
import { isOver, type JobState } from './job.ts'

/** A file whose job is over may be in the hands of the last request for so long. */
const LINGERS_MS = 3_600_000

/**
 * Brings on what a process that died has left: uploads that are whole and not noted as such, those
 * that nobody goes on with, files that belong to nothing.
 */
export async function recoverJobs(jobs: TranscodingJobRow[], now: Date): Promise<void> {
  for (const job of jobs) {
    if (job.state === 'uploading' || job.state === 'waiting') await tidyUpload(job, now)
  }
  const kept = new Set(jobs.filter((job) => !isOver(asJob(job))).map(({ id }) => id))
  for (const id of await listUploads()) {
    const facts = kept.has(id) ? null : await uploadFacts(id)
    if (facts && now.getTime() - facts.changedAt.getTime() > LINGERS_MS) await dropUpload(id)
  }
}

async function tidyUpload(job: TranscodingJobRow, now: Date): Promise<void> {
  const facts = await uploadFacts(job.id)
  const isWhole = facts?.size === job.size
  if (isWhole) {
    if (job.state === 'uploading') await changeTranscodingJob(job, { state: 'waiting' })
    return
  }
  const since = facts?.changedAt ?? job.createdAt
  if (now.getTime() - since.getTime() < ABANDONED_MS) return
  const failed = { state: 'failed' satisfies JobState, reason: 'abandoned' }
  if (await changeTranscodingJob(job, failed)) await deleteJobFiles(job.id)
}

const asJob = ({ state }: TranscodingJobRow) => ({ state: state as JobState })
