/**
 * A stretch `[from, to)` of frames that an owner should look at, and what was counted there.
 * - `replayed`: played `count` times more than by different viewers at its peak (`at`).
 * - `left`: of `of` viewers who came this far, no later frame has more than `of - count`.
 * - `skipped`: at least `count` viewers of some later frame did not see these.
 * - `frame`: one frame played `count` times more than the busier of its neighbours.
 */
export type Highlight = {
  kind: 'replayed' | 'left' | 'skipped' | 'frame'
  from: number
  to: number
  /** The frame to show for it. */
  at: number
  count: number
  of: number
}

type Curve = {
  plays: ArrayLike<number>
  /** Null over several days: different viewers of days do not add up. */
  viewers: ArrayLike<number> | null
  /** Frames a second, as a number: only widths of the search depend on it. */
  rate: number
}

const LEAST_SHARE = 0.05
const LEAST_COUNT = 2

/**
 * What stands out in a video's curve, counted and never guessed: nothing is smoothed, and what is
 * smaller than a twentieth of the audience, or than two, is left out.
 */
export function findHighlights({ plays, viewers, rate }: Curve): Highlight[] {
  const audience = greatest(viewers ?? plays)
  const least = Math.max(LEAST_COUNT, Math.ceil(audience * LEAST_SHARE))
  const frames = singleFrames(plays, least)
  if (!viewers) return frames.slice(0, 3)
  const [first, second] = replays(plays, viewers, least)
  const moments = [
    first,
    leaving(viewers, rate, least),
    skipping(viewers, least),
    second,
    frames[0],
  ]
  return moments.filter((moment) => moment !== undefined)
}

/** Peaks of the plays beyond each viewer's first; the two highest, each as wide as half its height. */
function replays(plays: ArrayLike<number>, viewers: ArrayLike<number>, least: number): Highlight[] {
  const again = Array.from(plays, (count, frame) => count - (viewers[frame] ?? 0))
  const usual = median(again)
  const found: Highlight[] = []
  // Peaks of one frame are passed over; a curve that is nothing but such peaks must come to an end.
  for (let tries = 0; tries < 24 && found.length < 2; tries++) {
    const at = indexOfGreatest(again)
    const count = again[at] ?? 0
    if (count - usual < least) break
    const stretch = around(at, again.length, (frame) => (again[frame] ?? 0) > (usual + count) / 2)
    const slope = around(at, again.length, (frame) => (again[frame] ?? 0) > usual)
    again.fill(usual, slope.from, slope.to)
    if (stretch.to - stretch.from > 1)
      found.push({ kind: 'replayed', ...stretch, at, count, of: viewers[at] ?? 0 })
  }
  return found
}

/** The greatest fall within two seconds of what any later frame still reaches. */
function leaving(viewers: ArrayLike<number>, rate: number, least: number): Highlight | undefined {
  const still = stillToCome(viewers)
  const width = Math.min(Math.max(1, Math.round(rate * 2)), still.length - 1)
  let from = 0
  for (let frame = 0; frame + width < still.length; frame++)
    if (fall(still, frame, frame + width) > fall(still, from, from + width)) from = frame
  let to = from + width
  while (from < to && still[from] === still[from + 1]) from++
  while (to > from && still[to - 1] === still[to]) to--
  const count = fall(still, from, to)
  const of = still[from] ?? 0
  if (count < Math.max(LEAST_COUNT, of * LEAST_SHARE) || count < least) return undefined
  return { kind: 'left', from, to, at: from, count, of }
}

/** The deepest hollow: frames that viewers of a later frame did not see. */
function skipping(viewers: ArrayLike<number>, least: number): Highlight | undefined {
  const still = stillToCome(viewers)
  const depth = Array.from(still, (later, frame) => later - (viewers[frame] ?? 0))
  const at = indexOfGreatest(depth)
  const count = depth[at] ?? 0
  if (count < least) return undefined
  const stretch = around(at, depth.length, (frame) => (depth[frame] ?? 0) > count / 2)
  return { kind: 'skipped', ...stretch, at: stretch.from, count, of: still[at] ?? 0 }
}

/** Frames that tower over both their neighbours, the highest first. */
function singleFrames(plays: ArrayLike<number>, least: number): Highlight[] {
  const found: Highlight[] = []
  for (let at = 1; at < plays.length - 1; at++) {
    const count = (plays[at] ?? 0) - Math.max(plays[at - 1] ?? 0, plays[at + 1] ?? 0)
    if (count >= least)
      found.push({ kind: 'frame', from: at, to: at + 1, at, count, of: plays[at] ?? 0 })
  }
  return found.sort((a, b) => b.count - a.count)
}

/** Per frame the most viewers that it or any later frame has. */
function stillToCome(viewers: ArrayLike<number>): number[] {
  const still = Array.from(viewers)
  for (let frame = still.length - 2; frame >= 0; frame--)
    still[frame] = Math.max(still[frame] ?? 0, still[frame + 1] ?? 0)
  return still
}

const fall = (series: number[], from: number, to: number) => (series[from] ?? 0) - (series[to] ?? 0)

function around(at: number, length: number, holds: (frame: number) => boolean) {
  let from = at
  let to = at + 1
  while (from > 0 && holds(from - 1)) from--
  while (to < length && holds(to)) to++
  return { from, to }
}

function indexOfGreatest(series: number[]): number {
  let at = 0
  for (let frame = 1; frame < series.length; frame++)
    if ((series[frame] ?? 0) > (series[at] ?? 0)) at = frame
  return at
}

function greatest(series: ArrayLike<number>): number {
  let most = 0
  for (let frame = 0; frame < series.length; frame++) most = Math.max(most, series[frame] ?? 0)
  return most
}

function median(series: number[]): number {
  return [...series].sort((a, b) => a - b)[Math.floor(series.length / 2)] ?? 0
}
