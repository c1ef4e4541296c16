import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { changeVideo, getVideo } from '#lib/videos/library.ts'
import { captionsFolder } from './videoFiles.ts'
import { readCaptions } from './webVtt.ts'

const MAX_CAPTIONS = 50

export type CaptionsResult = { ok: true } | { ok: false; reason: string }

/** Adds captions to a video from a WebVTT or SubRip file. */
export async function addCaptions(
  videoId: string,
  { language, label, bytes }: { language: string; label: string; bytes: Uint8Array },
): Promise<CaptionsResult> {
  const video = await getVideo(videoId)
  if (!video) return { ok: false, reason: 'This video has been deleted.' }
  if (video.captions.length >= MAX_CAPTIONS)
    return { ok: false, reason: `A video has at most ${MAX_CAPTIONS} captions.` }
  const read = readCaptions(bytes)
  if (!read.ok) return read
  const path = `${captionsFolder(videoId)}/${randomUUID()}.vtt`
  const file = join(mediaFolder(), path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, read.vtt)
  await changeVideo(videoId, { captions: [...video.captions, { language, label, path }] })
  return { ok: true }
}

/** Removes captions from a video and deletes their file. Idempotent. */
export async function removeCaptions(videoId: string, path: string): Promise<void> {
  const video = await getVideo(videoId)
  const captions = video?.captions.filter((each) => each.path !== path) ?? []
  // `path` comes from the client: a file is deleted only if it is listed for this video.
  if (!video || captions.length === video.captions.length) return
  await changeVideo(videoId, { captions })
  await rm(join(mediaFolder(), path), { force: true })
}
