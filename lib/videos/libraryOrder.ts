import type { ListedVideo } from '#db/videos.ts'

export type Move = 'up' | 'down' | 'top'

type PlacedVideo = ListedVideo & { place: number }

/** ms between two places that are given anew; there are many numbers between. */
const PLACE_STEP_MS = 1000

/**
 * A library in its order: the greatest place first. A video that nobody moved has the moment it was
 * added for a place (ms since 1970), so a new one stands at the top.
 */
export function sortByPlace(shelf: readonly ListedVideo[]): PlacedVideo[] {
  return shelf
    .map((entry) => ({ ...entry, place: entry.place ?? entry.addedAt.getTime() }))
    .sort((a, b) => b.place - a.place || (a.videoId < b.videoId ? -1 : 1))
}

/**
 * What is to be written to move a video: as a rule its own place alone, between those of its new
 * neighbours, so that two people who move two videos do not undo each other.
 * @param order in its order. @param now ms since 1970
 * @returns nothing where it stands there already
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

/** Null where no number is left between two. */
function placeBetween(above: number | undefined, below: number | undefined, now: number) {
  if (above === undefined) return Math.max(now, (below ?? 0) + 1)
  if (below === undefined) return above - PLACE_STEP_MS
  const middle = (above + below) / 2
  return middle < above && middle > below ? middle : null
}
