import { changeTranscodingJob, type TranscodingJobRow } from '#db/transcodingJobs.ts'
import { ABANDONED_AFTER_MS } from '#lib/uploads/protocol.ts'
import { deleteUpload, listUploads, statUpload } from '#lib/uploads/uploadFile.ts'
import { deleteJobFiles } from './deleteJobFiles.ts'
import { isOver, type JobState } from './job.ts'

/** A request that was running when its job ended may still write its file for this long. */
const ORPHAN_MIN_AGE_MS = 3_600_000

/**
 * Recovers from crashes: queues uploads that are complete but not marked so, fails abandoned ones, and
 * deletes files that belong to no job.
 */
export async function recoverJobs(jobs: TranscodingJobRow[], now: Date): Promise<void> {
  for (const job of jobs) {
    if (job.state === 'uploading' || job.state === 'waiting') await recoverUpload(job, now)
  }
  const kept = new Set(
    jobs.filter((job) => !isOver({ state: job.state as JobState })).map(({ id }) => id),
  )
  for (const id of await listUploads()) {
    const facts = kept.has(id) ? null : await statUpload(id)
    if (facts && now.getTime() - facts.changedAt.getTime() > ORPHAN_MIN_AGE_MS)
      await deleteUpload(id)
  }
}

async function recoverUpload(job: TranscodingJobRow, now: Date): Promise<void> {
  const facts = await statUpload(job.id)
  const isWhole = facts?.size === job.size
  if (isWhole) {
    if (job.state === 'uploading') await changeTranscodingJob(job, { state: 'waiting' })
    return
  }
  const since = facts?.changedAt ?? job.createdAt
  if (now.getTime() - since.getTime() < ABANDONED_AFTER_MS) return
  const failed = { state: 'failed' satisfies JobState, reason: 'abandoned' }
  if (await changeTranscodingJob(job, failed)) await deleteJobFiles(job.id)
}
