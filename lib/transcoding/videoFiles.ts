import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '#lib/env.ts'
import { dropFromBucket, hasBucket, storeFolder } from '#lib/media/bucket.ts'
import { mediaFolder } from '#lib/media/mediaFile.ts'

/** The folder of a video made here, below `DATA_DIR/media`. */
export function videoFolder(videoId: string): string {
  return `films/${videoId}`
}

/** Where the captions lie that an owner gave a video, whoever delivers the video. */
export function captionsFolder(videoId: string): string {
  return `captions/${videoId}`
}

/** Where a video grows before it is whole; on the same disk, so that it can be moved in one go. */
export function workFolder(): string {
  return join(env().DATA_DIR, 'films-in-work')
}

/** A folder, though ffmpeg may still write into it: without it that ends soon. */
const AWAY = { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }

/** Removes what grew of a video, of all its workers. May be repeated. */
export async function dropWork(videoId: string): Promise<void> {
  await rm(/* turbopackIgnore: true */ join(workFolder(), videoId), AWAY)
}

/** Removes a video that was made, or half made, and what it was given. May be repeated. */
export async function deleteVideoFiles(videoId: string): Promise<void> {
  await dropWork(videoId)
  for (const folder of [videoFolder(videoId), captionsFolder(videoId)])
    await rm(/* turbopackIgnore: true */ join(mediaFolder(), folder), AWAY)
  await dropFromBucket(videoFolder(videoId))
}

/** Puts a video that is whole where it is delivered from; before that nothing of it is there. */
export async function moveIn(from: string, videoId: string): Promise<void> {
  if (hasBucket()) return storeFolder(from, videoFolder(videoId))
  const to = join(mediaFolder(), videoFolder(videoId))
  await mkdir(/* turbopackIgnore: true */ dirname(to), { recursive: true })
  await rm(/* turbopackIgnore: true */ to, { recursive: true, force: true })
  await rename(/* turbopackIgnore: true */ from, to)
}
