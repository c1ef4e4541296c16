import { binByMaximum } from '#lib/watch/aggregate/bins.ts'
import type { Retention } from '#lib/watch/analytics/retention.ts'

/** Where a video is watched most, for those who watch it. */
export type MostReplayed = {
  /** Per bin of the whole video the plays of its busiest frame, as a share of the busiest of all. */
  bins: number[]
  /** The frame that is played again most often; null when none stands out. */
  peak: number | null
}

/**
 * A frame fewer different viewers have seen counts as unseen: what a single person watches is not
 * shown to others. `docs/decisions/413-most-replayed.md`.
 */
export const LEAST_VIEWERS = 5
const BINS = 200
/** Plays beyond each viewer's first, as a share of the greatest audience. */
const LEAST_AGAIN = 0.1

type Curve = { plays: readonly number[]; viewers: readonly number[] }

/** What is told, and how many different viewers it is of. */
export type Told = { heat: MostReplayed | null; audience: number }

/**
 * What is told after `former`: the same until so many more have come that whoever compares the two
 * cannot say what one of them watched.
 */
export function tellNext(
  former: Told | null,
  { plays, viewers, uniqueViewers }: Pick<Retention, 'plays' | 'viewers' | 'uniqueViewers'>,
): Told {
  const audience = uniqueViewers ?? 0
  if (former && audience < former.audience + LEAST_VIEWERS) return former
  return { heat: viewers ? mostReplayedOf({ plays, viewers }) : null, audience }
}

/** @returns null when too few have watched, or every part of it equally. */
export function mostReplayedOf({ plays, viewers }: Curve): MostReplayed | null {
  const isShown = (frame: number) => (viewers[frame] ?? 0) >= LEAST_VIEWERS
  const counts = binByMaximum(
    plays.map((count, frame) => (isShown(frame) ? count : 0)),
    BINS,
  )
  const most = Math.max(...counts)
  if (!(most > Math.min(...counts))) return null
  const bins = counts.map((count) => Math.round((count / most) * 100) / 100)

  let peak = 0
  let again = 0
  let audience = 0
  plays.forEach((count, frame) => {
    if (!isShown(frame)) return
    audience = Math.max(audience, viewers[frame] ?? 0)
    const more = count - (viewers[frame] ?? 0)
    if (more > again) [peak, again] = [frame, more]
  })
  const isHigh = again >= Math.max(LEAST_VIEWERS, audience * LEAST_AGAIN)
  return { bins, peak: isHigh ? peak : null }
}
