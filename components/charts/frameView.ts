/** The frames `[from, to)` that a chart shows; whole numbers inside the video. */
export type View = { from: number; to: number }

/** The narrowest view: a dozen columns. */
const MIN_VIEW_FRAMES = 12

/** A view of at most this many frames is drawn as columns, each with its frame number. */
export const MAX_COLUMNS = 60

export const wholeVideo = (frames: number): View => ({ from: 0, to: Math.max(1, frames) })

export const spanOf = ({ from, to }: View) => to - from

export const isInView = ({ from, to }: View, frame: number) => frame >= from && frame < to

/** The view nearest to `[from, to)` that is inside the video and not narrower than the minimum. */
export function viewBetween(from: number, to: number, frames: number): View {
  const all = wholeVideo(frames).to
  const span = Math.min(all, Math.max(MIN_VIEW_FRAMES, Math.round(to - from)))
  const middle = (from + to) / 2
  const start = Math.min(all - span, Math.max(0, Math.round(middle - span / 2)))
  return { from: start, to: start + span }
}

/**
 * Zooms by `factor` (below 1 zooms in) and keeps the position `at` under the same pixel.
 * @param at in frames, with fractions
 */
export function zoomAround(view: View, frames: number, at: number, factor: number): View {
  const span = Math.min(wholeVideo(frames).to, Math.max(MIN_VIEW_FRAMES, spanOf(view) * factor))
  const from = at - ((at - view.from) / spanOf(view)) * span
  return moveInside({ from: Math.round(from), to: Math.round(from) + Math.round(span) }, frames)
}

export function moveBy({ from, to }: View, frames: number, by: number): View {
  const step = Math.round(by)
  return moveInside({ from: from + step, to: to + step }, frames)
}

/** The view of a pinch that keeps the positions under the two fingers. @param shares 0..1 */
export function pinched(
  positions: readonly [number, number],
  shares: readonly [number, number],
  frames: number,
): View | null {
  const apart = shares[1] - shares[0]
  if (Math.abs(apart) < 0.02) return null
  const span = (positions[1] - positions[0]) / apart
  if (span <= 0) return null
  const from = positions[0] - shares[0] * span
  return viewBetween(from, from + span, frames)
}

/** The view moved by as little as makes it contain `frame`. */
export function withFrame(view: View, frames: number, frame: number): View {
  if (isInView(view, frame)) return view
  const by = frame < view.from ? frame - view.from : frame - view.to + 1
  return moveBy(view, frames, by)
}

function moveInside({ from, to }: View, frames: number): View {
  const by = Math.max(0, -from) + Math.min(0, wholeVideo(frames).to - to)
  return { from: from + by, to: to + by }
}
