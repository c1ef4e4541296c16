type Placed = { video: { id: string } }

/** @param id of the video. @returns null after the last one, and for a video that is not in the order. */
export function nextInOrder<T extends Placed>(order: readonly T[], id: string): T | null {
  const at = order.findIndex(({ video }) => video.id === id)
  return at < 0 ? null : (order[at + 1] ?? null)
}

/** How many of those before it are shown with a video. */
const SHOWN_BEFORE = 2

/**
 * At most `most` in a row, this one among them, most of them after it.
 * @returns `from`: how many are left out before the first
 */
export function sliceAround<T extends Placed>(
  order: readonly T[],
  id: string,
  most: number,
): { from: number; part: T[] } {
  const at = order.findIndex(({ video }) => video.id === id)
  const from = Math.max(0, Math.min(at - SHOWN_BEFORE, order.length - most))
  return { from, part: order.slice(from, from + most) }
}
