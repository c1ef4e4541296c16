import type { Cue } from '#lib/transcoding/webVtt.ts'
import { frameAt } from '#lib/videos/frameTime.ts'
import type { Video } from '#lib/videos/video.ts'

/** The text of one cue, at its first frame. */
export type CaptionLine = { frame: number; text: string }

/** Consecutive lines that are indexed as one document, since a sentence spans several cues. */
export type Passage = CaptionLine[]

/** About half a minute of speech. */
const PASSAGE_CHARS = 300

/** Groups the cues of a video into passages; its frame 0 is at the media time `sources.t0`. */
export function splitIntoPassages(
  cues: readonly Cue[],
  { frames, fps, sources }: Pick<Video, 'frames' | 'fps' | 'sources'>,
): Passage[] {
  const passages: Passage[] = []
  let length = Number.POSITIVE_INFINITY
  for (const { from, text } of cues) {
    const words = plainText(text.join(' '))
    if (words === '') continue
    const frame = frameAt(from - (sources?.t0 ?? 0), fps)
    if (length > PASSAGE_CHARS) {
      passages.push([])
      length = 0
    }
    passages.at(-1)?.push({ frame: Math.min(Math.max(0, frame), frames - 1), text: words })
    length += words.length
  }
  return passages
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }

/** The text as displayed: without tags, and with entities decoded. */
function plainText(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}
