import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Caption, Sources, Video } from '#lib/videos/video.ts'
import { secondsAt } from '#lib/videos/video.ts'
import { encode } from './encode.ts'
import { extractCaptions } from './extractCaptions.ts'
import type { JobStep } from './job.ts'
import { joinMp4 } from './joinMp4.ts'
import { chooseRungs } from './ladder.ts'
import { measure, measureStart } from './measure.ts'
import { makePoster, makeStoryboard } from './posterAndStoryboard.ts'
import type { ProbedFile } from './probe.ts'
import type { FfmpegResult } from './runFfmpeg.ts'
import { MASTER_PLAYLIST, MP4_FILE } from './videoFiles.ts'

/** A transcoded video on disk; its paths are relative to its folder. */
export type TranscodedVideo = Pick<Video, 'frames' | 'fps'> & {
  sources: Sources
  poster: string
  captions: Caption[]
}

export type TranscodeResult =
  | { ok: true; video: TranscodedVideo }
  /** `killed`: may be retried; `unusable`: the file itself is the cause. `detail` is for the log. */
  | { ok: false; reason: 'killed' | 'unusable'; detail: string }

export type ReportProgress = (step: JobStep, share: number) => void

const POSTER_FILE = 'poster.jpg'
const STORYBOARD_FILES = { sheet: 'storyboard.jpg', list: 'storyboard.vtt' }

/** The share of the progress bar that encoding takes. */
const ENCODING_SHARE = 0.94
/** An encoded video shorter than this share of the declared length was truncated. */
const MIN_LENGTH_RATIO = 0.9

/** Makes all files of a video in `folder`, which is emptied first. */
export async function transcode(
  input: { probed: ProbedFile; file: string; folder: string },
  signal: AbortSignal,
  onProgress: ReportProgress,
): Promise<TranscodeResult> {
  const { probed, folder } = input
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })

  const encoded = await encode(input, {
    signal,
    onProgress: (share) => onProgress('encoding', share * ENCODING_SHARE),
  })
  if (!encoded.ok) return failedResult(encoded)
  const rungs = chooseRungs(probed)
  const joined = await joinMp4({ probed, rungs, folder }, MP4_FILE, signal)
  if (!joined.ok) return failedResult(joined)

  const measured = await measure(join(folder, MP4_FILE), signal)
  const t0 = await measureStart(join(folder, `${rungs[0]?.side}`, 'list.m3u8'), signal)
  if (!measured || t0 === null) return truncatedResult(signal)
  const seconds = secondsAt(measured.frames, measured.fps)
  if (seconds < probed.seconds * MIN_LENGTH_RATIO - 1) return truncatedResult(signal)

  onProgress('pictures', ENCODING_SHARE)
  const source = { ...probed, folder, file: MP4_FILE, seconds }
  const poster = await makePoster(source, POSTER_FILE, signal)
  if (!poster.ok) return failedResult(poster)
  const storyboard = await makeStoryboard(source, STORYBOARD_FILES, signal)
  if (!storyboard.ok) return failedResult(storyboard)
  const captions = await extractCaptions(input, signal)
  if (signal.aborted) return truncatedResult(signal)
  onProgress('finishing', 0.99)
  const sources = { mp4: MP4_FILE, hls: MASTER_PLAYLIST, t0, storyboard: STORYBOARD_FILES.list }
  return { ok: true, video: { ...measured, sources, poster: POSTER_FILE, captions } }
}

function failedResult({ killed, stderr }: FfmpegResult & { ok: false }): TranscodeResult {
  return { ok: false, reason: killed ? 'killed' : 'unusable', detail: stderr }
}

function truncatedResult(signal: AbortSignal): TranscodeResult {
  return { ok: false, reason: signal.aborted ? 'killed' : 'unusable', detail: 'it ends too early' }
}
