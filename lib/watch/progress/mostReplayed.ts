import { binByMax } from '#lib/watch/aggregate/bins.ts'
import { type FrameCounts, indexOfMax } from '#lib/watch/aggregate/frameCounts.ts'
import type { VideoCounts } from '#lib/watch/analytics/retention.ts'

/** Where a video is watched most, as its viewers are shown it. */
export type MostReplayed = {
  /** For each bin of the whole video the plays of its busiest frame, as a share of the busiest of all. */
  bins: number[]
  /** The frame that is replayed most often; null when none stands out. */
  peak: number | null
}

/**
 * A frame that fewer different viewers have seen counts as unseen: what a single person watches is
 * not shown to others. `docs/decisions/413-most-replayed.md`.
 */
export const MIN_VIEWERS = 5
const BINS = 200
/** Plays beyond each viewer's first, as a share of the greatest audience. */
const MIN_REPLAYED_SHARE = 0.1

/** What members are shown, and the number of different viewers when it was computed. */
export type Published = { mostReplayed: MostReplayed | null; audience: number }

/**
 * Keeps what is published until at least `MIN_VIEWERS` more people have watched: the difference of
 * two published curves must not reveal what one person watched.
 */
export function nextPublished(
  former: Published | null,
  { plays, viewers, uniqueViewers }: Pick<VideoCounts, 'plays' | 'viewers' | 'uniqueViewers'>,
): Published {
  const audience = uniqueViewers ?? 0
  if (former && audience < former.audience + MIN_VIEWERS) return former
  return { mostReplayed: viewers ? findMostReplayed({ plays, viewers }) : null, audience }
}

/** @returns null when too few have watched, or every part of it equally. */
export function findMostReplayed(counts: {
  plays: FrameCounts
  viewers: FrameCounts
}): MostReplayed | null {
  const isShown = (frame: number) => (counts.viewers[frame] ?? 0) >= MIN_VIEWERS
  const plays = counts.plays.map((count, frame) => (isShown(frame) ? count : 0))
  const viewers = counts.viewers.map((count, frame) => (isShown(frame) ? count : 0))
  const { values } = binByMax(plays, BINS)
  const most = Math.max(...values)
  if (!(most > Math.min(...values))) return null
  const bins = values.map((count) => Math.round((count / most) * 100) / 100)

  const replays = plays.map((count, frame) => count - (viewers[frame] ?? 0))
  const peak = indexOfMax(replays)
  const audience = viewers[indexOfMax(viewers)] ?? 0
  const isHigh = (replays[peak] ?? 0) >= Math.max(MIN_VIEWERS, audience * MIN_REPLAYED_SHARE)
  return { bins, peak: isHigh ? peak : null }
}
