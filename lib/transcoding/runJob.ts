import { join } from 'node:path'
import type { TranscodingJobRow } from '#db/transcodingJobs.ts'
import { uploadPath } from '#lib/uploads/uploadFile.ts'
import { addVideo, changeVideo, getVideo } from '#lib/videos/library.ts'
import { replaceVideo } from '#lib/videos/replaceVideo.ts'
import { framesIn } from '#lib/videos/video.ts'
import type { FailureReason } from './failureMessages.ts'
import type { JobLease } from './jobLease.ts'
import { type ProbedFile, probe } from './probe.ts'
import { type TranscodedVideo, transcode } from './transcode.ts'
import { MASTER_PLAYLIST, moveToMedia, videoFolder, workFolder } from './videoFiles.ts'

export type JobOutcome =
  | { kind: 'done' }
  /** The video was removed from the library while it was transcoded. */
  | { kind: 'removed' }
  | { kind: 'killed'; detail?: string }
  | { kind: 'failed'; reason: FailureReason; detail?: string }

type LeaseOfJob = Pick<JobLease, 'signal' | 'report'>

/**
 * Transcodes an upload: checks the file, adds the video to the library as `processing`, makes its
 * files in the work folder and moves them to the media folder in one step.
 * @throws DatabaseAway
 */
export async function runJob(
  job: TranscodingJobRow,
  { signal, report }: LeaseOfJob,
): Promise<JobOutcome> {
  const found = await getVideo(job.id)
  // A worker died after the last step, before it could mark the job done.
  if (found?.status === 'ready') return { kind: 'done' }
  if (!found && job.step && job.step !== 'checking') return { kind: 'removed' }

  const file = uploadPath(job.id)
  const checked = await probe(file, signal)
  if (!checked.ok) {
    const { reason } = checked
    return reason === 'killed' ? { kind: 'killed' } : { kind: 'failed', reason }
  }
  const { probed } = checked
  if (!found) await addProcessingVideo(job, probed)
  report('encoding', 0)

  const folder = join(workFolder(), job.id, job.worker ?? '')
  const result = await transcode({ probed, file, folder }, signal, report)
  if (!result.ok) {
    const { reason, detail } = result
    if (!(await getVideo(job.id))) return { kind: 'removed' }
    return reason === 'killed' ? { kind: 'killed', detail } : { kind: 'failed', reason, detail }
  }
  await moveToMedia(folder, job.id)
  // Before the video is ready: a retry after a crash in between does this again.
  if (job.replaces) await replaceVideo(job.replaces, job.id, new Date())
  return (await markReady(job.id, result.video)) ? { kind: 'done' } : { kind: 'removed' }
}

/** Idempotent: the video's id is the job's. */
async function addProcessingVideo(job: TranscodingJobRow, probed: ProbedFile) {
  const { id, title, addedBy, createdAt, replaces } = job
  const { fps, seconds } = probed
  const frames = framesIn(seconds, fps)
  const hostId = `${videoFolder(id)}/${MASTER_PLAYLIST}`
  const facts = { id, title, frames, fps, status: 'processing' } as const
  // A replacement stays hidden until it takes the other video's place.
  const visibility = replaces ? 'draft' : 'members'
  await addVideo({ ...facts, visibility, host: 'hls', hostId, addedBy, addedAt: createdAt })
}

/** @returns false when the video is not in the library any more. */
async function markReady(id: string, { sources, poster, captions, ...counted }: TranscodedVideo) {
  const pathOf = (path: string) => `${videoFolder(id)}/${path}`
  const pathOrNull = (path: string | null) => path && pathOf(path)
  const { mp4, hls, storyboard, t0 } = sources
  const changed = await changeVideo(id, {
    ...counted,
    sources: { mp4: pathOrNull(mp4), hls: pathOrNull(hls), storyboard: pathOrNull(storyboard), t0 },
    poster: pathOf(poster),
    captions: captions.map((caption) => ({ ...caption, path: pathOf(caption.path) })),
    status: 'ready',
  })
  return changed.ok
}
