import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Caption, Sources, Video } from '#lib/videos/video.ts'
import { secondsAt } from '#lib/videos/video.ts'
import { encode, LIST } from './encode.ts'
import { extractCaptions } from './extractCaptions.ts'
import type { JobStep } from './job.ts'
import { joinFile } from './joinFile.ts'
import { chooseRungs } from './ladder.ts'
import { measure, measureStart } from './measure.ts'
import { takePoster, takeStoryboard } from './pictures.ts'
import type { Probed } from './probe.ts'
import type { ToolResult } from './runFfmpeg.ts'

/** A video on the disk; the paths are below its folder. */
export type TranscodedVideo = Pick<Video, 'frames' | 'fps'> & {
  sources: Sources
  poster: string
  captions: Caption[]
}

export type TranscodeResult =
  | { ok: true; made: TranscodedVideo }
  /** `killed`: to be tried again; `unusable`: the file itself is to blame. */
  | { ok: false; reason: 'killed' | 'unusable'; said: string }

export type Progress = (step: JobStep, share: number) => void

const FILE = 'film.mp4'
const POSTER = 'poster.jpg'
const STORYBOARD = { sheet: 'storyboard.jpg', list: 'storyboard.vtt' }

/** Encoding is most of the work. */
const ENCODED = 0.94
/** A file that promises this much more than it holds was cut off. */
const CUT_OFF = 0.9

/** Makes everything a video consists of, in a folder that is emptied first. */
export async function transcode(
  input: { probed: Probed; file: string; folder: string },
  signal: AbortSignal,
  onProgress: Progress,
): Promise<TranscodeResult> {
  const { probed, folder } = input
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })

  const encoded = await encode(input, {
    signal,
    onProgress: (share) => onProgress('encoding', share * ENCODED),
  })
  if (!encoded.ok) return failed(encoded)
  const rungs = chooseRungs(probed)
  const joined = await joinFile({ probed, rungs, folder }, FILE, signal)
  if (!joined.ok) return failed(joined)

  const measured = await measure(join(folder, FILE), signal)
  const t0 = await measureStart(join(folder, `${rungs[0]?.side}`, 'list.m3u8'), signal)
  if (!measured || t0 === null) return cutOff(signal)
  const seconds = secondsAt(measured.frames, measured.fps)
  if (seconds < probed.seconds * CUT_OFF - 1) return cutOff(signal)

  onProgress('pictures', ENCODED)
  const video = { ...probed, folder, file: FILE, seconds }
  const poster = await takePoster(video, POSTER, signal)
  if (!poster.ok) return failed(poster)
  const storyboard = await takeStoryboard(video, STORYBOARD, signal)
  if (!storyboard.ok) return failed(storyboard)
  const captions = await extractCaptions(input, signal)
  if (signal.aborted) return cutOff(signal)
  onProgress('finishing', 0.99)
  const sources = { mp4: FILE, hls: LIST, t0, storyboard: STORYBOARD.list }
  return { ok: true, made: { ...measured, sources, poster: POSTER, captions } }
}

function failed({ killed, said }: ToolResult & { ok: false }): TranscodeResult {
  return { ok: false, reason: killed ? 'killed' : 'unusable', said }
}

function cutOff(signal: AbortSignal): TranscodeResult {
  return { ok: false, reason: signal.aborted ? 'killed' : 'unusable', said: 'it ends too early' }
}
