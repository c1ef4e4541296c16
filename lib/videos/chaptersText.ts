import { clockToSeconds, formatLength } from './lengthAndRate.ts'
import { type Chapter, type FrameRate, secondsAt } from './video.ts'

export const MAX_CHAPTERS = 200
const MAX_CHAPTER_TITLE_CHARS = 100

export type ReadChapters = { ok: true; chapters: Chapter[] } | { ok: false; reason: string }

/**
 * Parses chapters as people write them: one per line, time and title, `1:12.5 The storm`. A time is
 * rounded to the nearest start of a frame.
 */
export function readChapters(
  text: string,
  video: { frames: number; fps: FrameRate },
): ReadChapters {
  const lines = text.split('\n').map((line) => line.trim())
  const chapters: Chapter[] = []
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const refuse = (what: string) => ({ ok: false as const, reason: `Line ${index + 1}: ${what}` })
    const [, time = '', title = ''] = /^(\S+)\s+(?:[-–—]\s+)?(.+)$/.exec(line) ?? []
    const seconds = time.includes(':') ? readTime(time) : null
    if (seconds === null) return refuse('start with a time, such as 1:12 The storm.')
    if (title.length > MAX_CHAPTER_TITLE_CHARS)
      return refuse(`use at most ${MAX_CHAPTER_TITLE_CHARS} characters for the title.`)
    const frame = Math.round((seconds * video.fps.num) / video.fps.den)
    if (frame >= video.frames) return refuse('this time is after the end of the video.')
    if (frame <= (chapters.at(-1)?.frame ?? -1))
      return refuse('this time is not after the one above it.')
    chapters.push({ frame, title })
  }
  if (chapters.length > MAX_CHAPTERS)
    return { ok: false, reason: `Use at most ${MAX_CHAPTERS} chapters.` }
  return { ok: true, chapters }
}

/** Formats chapters as text that `readChapters` parses to the same frames. */
export function writeChapters(chapters: Chapter[], fps: FrameRate): string {
  return chapters
    .map(({ frame, title }) => `${formatLength(secondsAt(frame, fps))} ${title}`)
    .join('\n')
}

/** `1:02:03.5` in seconds; null for anything else. */
function readTime(text: string): number | null {
  if (!/^(\d{1,2}:)?\d{1,3}:[0-5]?\d([.,]\d{1,3})?$/.test(text)) return null
  return clockToSeconds(text.replace(',', '.').split(':'))
}
