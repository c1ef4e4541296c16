import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '#lib/env.ts'
import { deleteFromBucket, hasBucket, storeFolder } from '#lib/media/bucket.ts'
import { mediaFolder } from '#lib/media/mediaFile.ts'

/*
 * Names on disk, in buckets and in the `videos` table. They still say film, the former word for a
 * video: existing libraries have them, and renaming would break the stored paths.
 */
const VIDEO_FOLDERS = 'films'
const WORK_FOLDERS = 'films-in-work'

/** The HLS master playlist of a transcoded video, in its folder. */
export const MASTER_PLAYLIST = 'film.m3u8'
/** The whole video in one file, in its folder. */
export const MP4_FILE = 'film.mp4'

/** The folder of a transcoded video, relative to the media folder or the bucket. */
export function videoFolder(videoId: string): string {
  return `${VIDEO_FOLDERS}/${videoId}`
}

/** The folder of the captions that owners uploaded, whichever host delivers the video. */
export function captionsFolder(videoId: string): string {
  return `captions/${videoId}`
}

/** Where videos are transcoded; on the same disk as the media folder, so that a rename moves them. */
export function workFolder(): string {
  return join(env().DATA_DIR, WORK_FOLDERS)
}

/** Retries: ffmpeg may still write into the folder until it notices that it is gone. */
const RM_OPTIONS = { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }

/** Deletes the unfinished files of a video, from all workers. Idempotent. */
export async function deleteWorkFolder(videoId: string): Promise<void> {
  await rm(/* turbopackIgnore: true */ join(workFolder(), videoId), RM_OPTIONS)
}

/** Deletes all files of a video: transcoded, unfinished and uploaded captions. Idempotent. */
export async function deleteVideoFiles(videoId: string): Promise<void> {
  await deleteWorkFolder(videoId)
  for (const folder of [videoFolder(videoId), captionsFolder(videoId)])
    await rm(/* turbopackIgnore: true */ join(mediaFolder(), folder), RM_OPTIONS)
  await deleteFromBucket(videoFolder(videoId))
}

/** Moves a finished video to where it is delivered from: the media folder or the bucket. */
export async function moveToMedia(from: string, videoId: string): Promise<void> {
  if (hasBucket()) return storeFolder(from, videoFolder(videoId))
  const to = join(mediaFolder(), videoFolder(videoId))
  await mkdir(/* turbopackIgnore: true */ dirname(to), { recursive: true })
  await rm(/* turbopackIgnore: true */ to, { recursive: true, force: true })
  await rename(/* turbopackIgnore: true */ from, to)
}
