import type { Cue } from '#lib/transcoding/webVtt.ts'
import { frameAt } from '#lib/videos/frameTime.ts'
import type { Video } from '#lib/videos/video.ts'

/** What is said from a frame on. */
export type Line = { frame: number; text: string }

/** Lines that are looked through together: what is said in one breath is cut into several cues. */
export type Passage = Line[]

/** Letters; about half a minute of speech. */
const LONG = 300

/** Captions as passages, for a video whose frames are counted from `sources.t0` on its clock. */
export function passagesOf(
  cues: readonly Cue[],
  { frames, fps, sources }: Pick<Video, 'frames' | 'fps' | 'sources'>,
): Passage[] {
  const passages: Passage[] = []
  let length = Number.POSITIVE_INFINITY
  for (const { from, text } of cues) {
    const words = plain(text.join(' '))
    if (words === '') continue
    const frame = frameAt(from - (sources?.t0 ?? 0), fps)
    if (length > LONG) {
      passages.push([])
      length = 0
    }
    passages.at(-1)?.push({ frame: Math.min(Math.max(0, frame), frames - 1), text: words })
    length += words.length
  }
  return passages
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }

/** What is read on the screen: without marks, and with letters for their names. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}
