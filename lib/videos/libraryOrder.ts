import type { ListedVideo } from '#db/videos.ts'

export type Move = 'up' | 'down' | 'top'

type PlacedVideo = ListedVideo & { place: number }

/** Distance between places that are assigned anew, which leaves room between them. */
const PLACE_STEP_MS = 1000

/**
 * Sorts the library, the greatest place first. The place of a video that was never moved is the time
 * it was added (ms since 1970), so new videos come first.
 */
export function sortByPlace(listing: readonly ListedVideo[]): PlacedVideo[] {
  return listing
    .map((entry) => ({ ...entry, place: entry.place ?? entry.addedAt.getTime() }))
    .sort((a, b) => b.place - a.place || (a.videoId < b.videoId ? -1 : 1))
}

/**
 * The places to write to move a video: usually only its own, between those of its new neighbours, so
 * that two owners who move two videos do not undo each other's change.
 * @param order sorted. @param now ms since 1970
 * @returns an empty list when it does not move
 */
export function planMove(
  order: readonly PlacedVideo[],
  videoId: string,
  where: Move,
  now: number,
): PlacedVideo[] {
  const from = order.findIndex((entry) => entry.videoId === videoId)
  const moved = order[from]
  const to = where === 'top' ? 0 : where === 'up' ? from - 1 : from + 1
  if (!moved || to === from || to < 0 || to >= order.length) return []
  const rest = order.toSpliced(from, 1)
  const place = placeBetween(rest[to - 1]?.place, rest[to]?.place, now)
  if (place !== null) return [{ ...moved, place }]
  const top = Math.max(now, ...order.map((entry) => entry.place))
  return rest
    .toSpliced(to, 0, moved)
    .map((entry, i) => ({ ...entry, place: top - i * PLACE_STEP_MS }))
}

/** @returns null when no number is left between two places. */
function placeBetween(above: number | undefined, below: number | undefined, now: number) {
  if (above === undefined) return Math.max(now, (below ?? 0) + 1)
  if (below === undefined) return above - PLACE_STEP_MS
  const middle = (above + below) / 2
  return middle < above && middle > below ? middle : null
}
