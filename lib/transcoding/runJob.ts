import { join } from 'node:path'
import type { TranscodingJobRow } from '#db/transcodingJobs.ts'
import { uploadPath } from '#lib/uploads/uploadFile.ts'
import { addVideo, changeVideo, getVideo } from '#lib/videos/library.ts'
import { takePlaceOf } from '#lib/videos/replaceVideo.ts'
import { framesIn } from '#lib/videos/video.ts'
import { LIST } from './encode.ts'
import type { FailureReason } from './failureMessages.ts'
import type { JobLease } from './jobLease.ts'
import { type Probed, probe } from './probe.ts'
import { type TranscodedVideo, transcode } from './transcode.ts'
import { moveIn, videoFolder, workFolder } from './videoFiles.ts'

export type JobOutcome =
  | { is: 'done' }
  /** The video was removed from the library meanwhile. */
  | { is: 'removed' }
  | { is: 'killed'; said?: string }
  | { is: 'failed'; reason: FailureReason; said?: string }

type Hands = Pick<JobLease, 'signal' | 'note'>

/**
 * Makes a video of an upload: checks the file, puts the video into the library as one that is being
 * processed, makes its files beside the library and moves them there in one go.
 * @throws DatabaseAway
 */
export async function runJob(job: TranscodingJobRow, { signal, note }: Hands): Promise<JobOutcome> {
  const found = await getVideo(job.id)
  // Whoever did the work died before they could say so.
  if (found?.status === 'ready') return { is: 'done' }
  if (!found && job.step && job.step !== 'checking') return { is: 'removed' }

  const file = uploadPath(job.id)
  const checked = await probe(file, signal)
  if (!checked.ok) {
    const { reason } = checked
    return reason === 'killed' ? { is: 'killed' } : { is: 'failed', reason }
  }
  const { probed } = checked
  if (!found) await announce(job, probed)
  note('encoding', 0)

  const folder = join(workFolder(), job.id, job.worker ?? '')
  const result = await transcode({ probed, file, folder }, signal, note)
  if (!result.ok) {
    const { reason, said } = result
    if (!(await getVideo(job.id))) return { is: 'removed' }
    return reason === 'killed' ? { is: 'killed', said } : { is: 'failed', reason, said }
  }
  await moveIn(folder, job.id)
  // Before it is ready: whoever dies in between comes by here again.
  if (job.replaces) await takePlaceOf(job.replaces, job.id, new Date())
  return (await publish(job.id, result.made)) ? { is: 'done' } : { is: 'removed' }
}

/** Again is no harm: the video's id is the job's. */
async function announce(job: TranscodingJobRow, probed: Probed) {
  const { id, title, addedBy, createdAt, replaces } = job
  const { fps, seconds } = probed
  const frames = framesIn(seconds, fps)
  const hostId = `${videoFolder(id)}/${LIST}`
  const what = { id, title, frames, fps, status: 'processing' } as const
  // One that is to take another's place is nobody's until it does.
  const visibility = replaces ? 'draft' : 'members'
  await addVideo({ ...what, visibility, host: 'hls', hostId, addedBy, addedAt: createdAt })
}

/** @returns false when the video is not in the library any more. */
async function publish(id: string, { sources, poster, captions, ...counted }: TranscodedVideo) {
  const at = (path: string) => `${videoFolder(id)}/${path}`
  const atOrNull = (path: string | null) => path && at(path)
  const { mp4, hls, storyboard, t0 } = sources
  const changed = await changeVideo(id, {
    ...counted,
    sources: { mp4: atOrNull(mp4), hls: atOrNull(hls), storyboard: atOrNull(storyboard), t0 },
    poster: at(poster),
    captions: captions.map((caption) => ({ ...caption, path: at(caption.path) })),
    status: 'ready',
  })
  return changed.ok
}
