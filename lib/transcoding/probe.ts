import { open } from 'node:fs/promises'
import { z } from 'zod'
import type { FrameRate } from '#lib/videos/video.ts'
import { SAFE_INPUT } from './ffmpegOptions.ts'
import { chooseFrameRate } from './frameRate.ts'
import { type FfmpegResult, runFfmpeg } from './runFfmpeg.ts'

/** The streams of a file that become the video. Streams are numbers for ffmpeg's `0:N`. */
export type ProbedFile = {
  videoStream: number
  audioStream: number | null
  /** Text subtitles only; bitmap subtitles cannot become WebVTT. */
  captions: { stream: number; language: string; label: string }[]
  /** In pixels as displayed: rotated, and with square pixels. */
  width: number
  height: number
  fps: FrameRate
  /** The length the file declares, in seconds. */
  seconds: number
}

/** See `FAILURE_MESSAGES`. */
export type ProbeProblem = 'not-a-film' | 'no-picture' | 'broken'
export type ProbeResult =
  | { ok: true; probed: ProbedFile }
  | { ok: false; reason: ProbeProblem }
  | { ok: false; reason: 'killed' }

const stream = z.object({
  index: z.number(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  sample_aspect_ratio: z.string().optional(),
  r_frame_rate: z.string().default('0/0'),
  avg_frame_rate: z.string().default('0/0'),
  duration: z.coerce.number().optional(),
  disposition: z.object({ attached_pic: z.number().optional() }).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
  tags: z.record(z.string(), z.string()).optional(),
})
const schema = z.object({
  streams: z.array(stream).default([]),
  format: z.object({ duration: z.coerce.number().optional() }).default({}),
})
type Stream = z.infer<typeof stream>

const TEXT_SUBTITLE_CODECS = new Set(['subrip', 'mov_text', 'webvtt', 'ass', 'ssa', 'text'])
const MIN_SIDE_PX = 16

/** Inspects an uploaded file with ffprobe and chooses the streams that become the video. */
export async function probe(file: string, signal: AbortSignal): Promise<ProbeResult> {
  const options = ['-show_streams', '-show_format', '-of', 'json']
  const result = await runFfmpeg('ffprobe', ['-v', 'error', ...SAFE_INPUT, ...options, file], {
    signal,
  })
  if (!result.ok) return { ok: false, reason: await problemOf(result, file) }
  const parsed = schema.safeParse(JSON.parse(result.stdout))
  if (!parsed.success) return { ok: false, reason: 'not-a-film' }
  const { streams, format } = parsed.data
  const picture = streams.find((each) => each.codec_type === 'video' && !isCoverArt(each))
  if (!picture) return { ok: false, reason: 'no-picture' }
  const fps = chooseFrameRate(picture.r_frame_rate, picture.avg_frame_rate)
  const seconds = picture.duration ?? format.duration ?? 0
  const size = displaySize(picture)
  if (!picture.codec_name || !fps || !size || !(seconds > 0)) return { ok: false, reason: 'broken' }
  const sound = streams.find((each) => each.codec_type === 'audio' && each.codec_name)
  const captions = streams.filter((each) => each.codec_type === 'subtitle').filter(isTextSubtitle)
  return {
    ok: true,
    probed: {
      videoStream: picture.index,
      audioStream: sound?.index ?? null,
      captions: captions.map(toCaption),
      ...size,
      fps,
      seconds,
    },
  }
}

async function problemOf(result: FfmpegResult & { ok: false }, file: string) {
  if (result.killed) return 'killed'
  const isCutOff = result.stderr.includes('moov atom not found') && (await looksLikeMp4(file))
  return isCutOff ? 'broken' : 'not-a-film'
}

async function looksLikeMp4(path: string): Promise<boolean> {
  const file = await open(/* turbopackIgnore: true */ path)
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.toString('latin1', 4) === 'ftyp'
  } finally {
    await file.close()
  }
}

/** ffmpeg reports cover art as a video stream. */
function isCoverArt({ disposition }: Stream): boolean {
  return disposition?.attached_pic === 1
}

function isTextSubtitle({ codec_name }: Stream): boolean {
  return TEXT_SUBTITLE_CODECS.has(codec_name ?? '')
}

function displaySize({ width = 0, height = 0, sample_aspect_ratio = '', side_data_list }: Stream) {
  if (width < MIN_SIDE_PX || height < MIN_SIDE_PX) return null
  const [across = 1, up = 1] = sample_aspect_ratio.split(':').map(Number)
  const wide = across > 0 && up > 0 ? Math.round((width * across) / up) : width
  const turn = side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0
  return turn % 180 === 0 ? { width: wide, height } : { width: height, height: wide }
}

function toCaption({ index, tags = {} }: Stream) {
  const language = tags.language ?? 'und'
  return { stream: index, language, label: tags.title || languageName(language) }
}

/** The language's English name, or the code itself when it is unknown. */
export function languageName(language: string): string {
  if (language === 'und') return 'Captions'
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
