import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { changeVideo, getVideo } from '#lib/videos/library.ts'
import { captionsFolder } from './videoFiles.ts'
import { readCaptions } from './webVtt.ts'

const MOST = 50

export type CaptionsResult = { ok: true } | { ok: false; reason: string }

/** Gives a video captions, of a WebVTT or SubRip file. */
export async function addCaptions(
  videoId: string,
  { language, label, bytes }: { language: string; label: string; bytes: Uint8Array },
): Promise<CaptionsResult> {
  const video = await getVideo(videoId)
  if (!video) return { ok: false, reason: 'This video is not in the library any more.' }
  if (video.captions.length >= MOST)
    return { ok: false, reason: `A video has at most ${MOST} captions.` }
  const read = readCaptions(bytes)
  if (!read.ok) return read
  const path = `${captionsFolder(videoId)}/${randomUUID()}.vtt`
  const file = join(mediaFolder(), path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, read.vtt)
  await changeVideo(videoId, { captions: [...video.captions, { language, label, path }] })
  return { ok: true }
}

/** Takes captions away from a video, with their file. May be repeated. */
export async function removeCaptions(videoId: string, path: string): Promise<void> {
  const video = await getVideo(videoId)
  const captions = video?.captions.filter((each) => each.path !== path) ?? []
  // Only a path that is the video's own is one of ours.
  if (!video || captions.length === video.captions.length) return
  await changeVideo(videoId, { captions })
  await rm(join(mediaFolder(), path), { force: true })
}
