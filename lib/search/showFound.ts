import { findLock, type Lock } from '#lib/collections/locks.ts'
import type { Member } from '#lib/members/member.ts'
import { getVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { isForMembers } from '#lib/videos/visibility.ts'
import { excerptOf, markWords, type Part } from './marked.ts'
import type { Line } from './passages.ts'
import type { FoundPlace, FoundVideo } from './videoIndex.ts'

/** A place in a video to go to. */
export type Moment = {
  frame: number
  /** A chapter's title, or what is said around the frame. */
  parts: Part[]
  /** What the captions are called; null for a chapter. */
  captions: string | null
}

export type ShownVideo = {
  video: Video
  title: Part[]
  /** Nothing where none of the words stand there. */
  description: Part[]
  /** What is to be finished before the video opens: until then nothing of what is in it is told. */
  lock: Lock | null
  /** The best of them, in the order of the video. */
  moments: Moment[]
  /** How many more there are. */
  more: number
}

const MOST_MOMENTS = 5
/** Letters of an excerpt: about two lines. */
const EXCERPT = 160

/**
 * Videos that were found, as they are now and to this member: what members may not watch any more
 * since the index was looked after is left out, and what is not open yet and was found only by what
 * is in it. @throws DatabaseAway
 */
export async function showFound(
  videos: readonly FoundVideo[],
  member: Pick<Member, 'id' | 'role'>,
  now: number,
): Promise<ShownVideo[]> {
  const shown = await Promise.all(
    videos.map(async ({ videoId, places }) => {
      const [video, lock] = await Promise.all([getVideo(videoId), findLock(member, videoId, now)])
      if (!video || !isForMembers(video)) return null
      // That a word stands in it is something of what is in it.
      if (lock && !places.some(({ place }) => place.kind === 'video')) return null
      return showVideo(video, places, lock)
    }),
  )
  return shown.filter((video) => video !== null)
}

function showVideo(video: Video, places: readonly FoundPlace[], lock: Lock | null): ShownVideo {
  const about = places.find(({ place }) => place.kind === 'video')?.found ?? new Set<string>()
  const excerpt = excerptOf(video.description.replace(/\s+/g, ' '), about, EXCERPT)
  const moments = lock ? [] : places.flatMap(momentOf)
  return {
    video,
    title: markWords(video.title, about),
    description: excerpt.some(({ isFound }) => isFound) ? excerpt : [],
    lock,
    moments: moments.slice(0, MOST_MOMENTS).sort((a, b) => a.frame - b.frame),
    more: Math.max(0, moments.length - MOST_MOMENTS),
  }
}

function momentOf({ place, found }: FoundPlace): Moment[] {
  if (place.kind === 'video') return []
  if (place.kind === 'chapter')
    return [{ frame: place.frame, parts: markWords(place.title, found), captions: null }]
  const { passage, label } = place
  const at = bestLine(passage, found)
  const around = passage.slice(Math.max(0, at - 1), at + 3).map(({ text }) => text)
  const parts = excerptOf(around.join(' '), found, EXCERPT)
  return [{ frame: passage[at]?.frame ?? 0, parts, captions: label }]
}

/** The first of those lines that have most of the words. */
function bestLine(passage: readonly Line[], found: ReadonlySet<string>): number {
  const counts = passage.map(
    ({ text }) => markWords(text, found).filter(({ isFound }) => isFound).length,
  )
  return Math.max(0, counts.indexOf(Math.max(...counts)))
}
