type Placed = { video: { id: string } }

/** @returns the entry after the video `id`; null after the last one and for a video that is not in it. */
export function nextInOrder<T extends Placed>(order: readonly T[], id: string): T | null {
  const at = order.findIndex(({ video }) => video.id === id)
  return at < 0 ? null : (order[at + 1] ?? null)
}

/** Entries before the current one. */
const SHOWN_BEFORE = 2

/**
 * At most `max` consecutive entries around the video `id`, most of them after it.
 * @returns `from`: the index of the first
 */
export function sliceAround<T extends Placed>(
  order: readonly T[],
  id: string,
  max: number,
): { from: number; part: T[] } {
  const at = order.findIndex(({ video }) => video.id === id)
  const from = Math.max(0, Math.min(at - SHOWN_BEFORE, order.length - max))
  return { from, part: order.slice(from, from + max) }
}
