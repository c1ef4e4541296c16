import { type CourseLock, findCourseLock } from '#lib/collections/courseLock.ts'
import type { Member } from '#lib/members/member.ts'
import { getVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { isForMembers } from '#lib/videos/visibility.ts'
import type { CaptionLine } from './captionPassages.ts'
import { highlightExcerpt, highlightTerms, type TextPart } from './highlight.ts'
import type { PlaceMatch, VideoMatch } from './videoIndex.ts'

/** A frame of a video where the query matched a chapter or captions. */
export type MatchedFrame = {
  frame: number
  /** The chapter's title, or an excerpt of the captions around the frame. */
  parts: TextPart[]
  /** The label of the captions; null for a chapter. */
  captions: string | null
}

export type SearchResult = {
  video: Video
  title: TextPart[]
  /** Empty when the query did not match the description. */
  description: TextPart[]
  /** Set while the video is locked for the member: then `frames` is empty, so as not to reveal its content. */
  lock: CourseLock | null
  /** The best matches, in the order of the video. */
  frames: MatchedFrame[]
  /** How many matches are left out. */
  more: number
}

const MAX_FRAMES = 5
/** About two lines. */
const EXCERPT_CHARS = 160

/**
 * Turns matches into results for one member. Left out are videos that members may no longer watch, and
 * locked videos that matched only by their chapters or captions.
 * @throws DatabaseAway
 */
export async function toSearchResults(
  videos: readonly VideoMatch[],
  member: Pick<Member, 'id' | 'role'>,
  now: number,
): Promise<SearchResult[]> {
  const shown = await Promise.all(
    videos.map(async ({ videoId, matches }) => {
      const [video, lock] = await Promise.all([
        getVideo(videoId),
        findCourseLock(member, videoId, now),
      ])
      if (!video || !isForMembers(video)) return null
      // Even that a word occurs in a locked video would reveal its content.
      if (lock && !matches.some(({ place }) => place.kind === 'video')) return null
      return toSearchResult(video, matches, lock)
    }),
  )
  return shown.filter((video) => video !== null)
}

function toSearchResult(
  video: Video,
  matches: readonly PlaceMatch[],
  lock: CourseLock | null,
): SearchResult {
  const terms = matches.find(({ place }) => place.kind === 'video')?.terms ?? new Set<string>()
  const excerpt = highlightExcerpt(video.description.replace(/\s+/g, ' '), terms, EXCERPT_CHARS)
  const frames = lock ? [] : matches.flatMap(toMatchedFrame)
  return {
    video,
    title: highlightTerms(video.title, terms),
    description: excerpt.some(({ isMatch }) => isMatch) ? excerpt : [],
    lock,
    frames: frames.slice(0, MAX_FRAMES).sort((a, b) => a.frame - b.frame),
    more: Math.max(0, frames.length - MAX_FRAMES),
  }
}

function toMatchedFrame({ place, terms }: PlaceMatch): MatchedFrame[] {
  if (place.kind === 'video') return []
  if (place.kind === 'chapter')
    return [{ frame: place.frame, parts: highlightTerms(place.title, terms), captions: null }]
  const { passage, label } = place
  const at = indexOfBestLine(passage, terms)
  const around = passage.slice(Math.max(0, at - 1), at + 3).map(({ text }) => text)
  const parts = highlightExcerpt(around.join(' '), terms, EXCERPT_CHARS)
  return [{ frame: passage[at]?.frame ?? 0, parts, captions: label }]
}

/** The first of the lines with the most matches. */
function indexOfBestLine(passage: readonly CaptionLine[], terms: ReadonlySet<string>): number {
  const counts = passage.map(
    ({ text }) => highlightTerms(text, terms).filter(({ isMatch }) => isMatch).length,
  )
  return Math.max(0, counts.indexOf(Math.max(...counts)))
}
