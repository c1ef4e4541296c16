import { open } from 'node:fs/promises'
import { z } from 'zod'
import type { FrameRate } from '#lib/videos/video.ts'
import { chooseFrameRate } from './frameRate.ts'
import { FROM_FILE } from './input.ts'
import { runFfmpeg, type ToolResult } from './runFfmpeg.ts'

/** What of a file becomes a video. Streams are numbers for ffmpeg's `0:N`. */
export type Probed = {
  picture: number
  sound: number | null
  /** The written ones; pictures of writing cannot be read. */
  captions: { stream: number; language: string; label: string }[]
  /** As it is shown: turned, and with square pixels. */
  width: number
  height: number
  fps: FrameRate
  /** As the file says, in seconds. */
  seconds: number
}

/** `not-a-video`, `no-picture`, `broken`: words for the owner are made of these. */
export type ProbeProblem = 'not-a-video' | 'no-picture' | 'broken'
export type ProbeResult =
  | { ok: true; probed: Probed }
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

const WRITTEN = new Set(['subrip', 'mov_text', 'webvtt', 'ass', 'ssa', 'text'])
const SMALLEST = 16

/** Looks at a file that somebody sent, and decides what of it becomes the video. */
export async function probe(file: string, signal: AbortSignal): Promise<ProbeResult> {
  const asked = ['-show_streams', '-show_format', '-of', 'json']
  const result = await runFfmpeg('ffprobe', ['-v', 'error', ...FROM_FILE, ...asked, file], {
    signal,
  })
  if (!result.ok) return { ok: false, reason: await problemOf(result, file) }
  const parsed = schema.safeParse(JSON.parse(result.out))
  if (!parsed.success) return { ok: false, reason: 'not-a-video' }
  const { streams, format } = parsed.data
  const picture = streams.find((each) => each.codec_type === 'video' && !isCover(each))
  if (!picture) return { ok: false, reason: 'no-picture' }
  const fps = chooseFrameRate(picture.r_frame_rate, picture.avg_frame_rate)
  const seconds = picture.duration ?? format.duration ?? 0
  const size = shownSize(picture)
  if (!picture.codec_name || !fps || !size || !(seconds > 0)) return { ok: false, reason: 'broken' }
  const sound = streams.find((each) => each.codec_type === 'audio' && each.codec_name)
  const captions = streams.filter((each) => each.codec_type === 'subtitle').filter(isWritten)
  return {
    ok: true,
    probed: {
      picture: picture.index,
      sound: sound?.index ?? null,
      captions: captions.map(toCaption),
      ...size,
      fps,
      seconds,
    },
  }
}

async function problemOf(result: ToolResult & { ok: false }, file: string) {
  if (result.killed) return 'killed'
  const isCutOff = result.said.includes('moov atom not found') && (await looksLikeMp4(file))
  return isCutOff ? 'broken' : 'not-a-video'
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

/** The cover of an album is a video to ffmpeg. */
function isCover({ disposition }: Stream): boolean {
  return disposition?.attached_pic === 1
}

function isWritten({ codec_name }: Stream): boolean {
  return WRITTEN.has(codec_name ?? '')
}

function shownSize({ width = 0, height = 0, sample_aspect_ratio = '', side_data_list }: Stream) {
  if (width < SMALLEST || height < SMALLEST) return null
  const [across = 1, up = 1] = sample_aspect_ratio.split(':').map(Number)
  const wide = across > 0 && up > 0 ? Math.round((width * across) / up) : width
  const turn = side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0
  return turn % 180 === 0 ? { width: wide, height } : { width: height, height: wide }
}

function toCaption({ index, tags = {} }: Stream) {
  const language = tags.language ?? 'und'
  return { stream: index, language, label: tags.title || nameOf(language) }
}

/** The language in English, or the code when nobody knows it. */
export function nameOf(language: string): string {
  if (language === 'und') return 'Captions'
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
