import { indexOfMax } from '#lib/watch/aggregate/frameCounts.ts'

/**
 * Frames `[from, to)` whose counts differ from the rest of the curve, with these counts.
 * - `replayed`: at its peak (`at`), played `count` times more than its `of` different viewers.
 * - `left`: of `of` viewers who came this far, no later frame has more than `of - count`.
 * - `skipped`: at least `count` viewers of some later frame did not see these.
 * - `frame`: a single frame, played `count` times more than the busier of its neighbours.
 */
export type Highlight = {
  kind: 'replayed' | 'left' | 'skipped' | 'frame'
  from: number
  to: number
  /** The frame the chart moves to. */
  at: number
  count: number
  of: number
}

type Curve = {
  plays: ArrayLike<number>
  /** Null over several days: different viewers of days do not add up. */
  viewers: ArrayLike<number> | null
  /** Frames per second; only the width of the search for drop-offs depends on it. */
  rate: number
}

const MIN_SHARE = 0.05
const MIN_COUNT = 2
const MAX_PEAKS = 24

/**
 * The highlights of a curve, at most five. Each follows from the exact counts, without smoothing;
 * those smaller than a twentieth of the audience, or than two, are left out.
 */
export function findHighlights({ plays, viewers, rate }: Curve): Highlight[] {
  const busiest = viewers ?? plays
  const audience = busiest[indexOfMax(busiest)] ?? 0
  const min = Math.max(MIN_COUNT, Math.ceil(audience * MIN_SHARE))
  const spikes = findSpikes(plays, min)
  if (!viewers) return spikes.slice(0, 3)
  const [first, second] = findReplays(plays, viewers, min)
  const highlights = [
    first,
    findDropOff(viewers, rate, min),
    findSkip(viewers, min),
    second,
    spikes[0],
  ]
  return highlights.filter((highlight) => highlight !== undefined)
}

/** The two highest peaks of the plays beyond each viewer's first, each as wide as at half its height. */
function findReplays(
  plays: ArrayLike<number>,
  viewers: ArrayLike<number>,
  min: number,
): Highlight[] {
  const replays = Array.from(plays, (count, frame) => count - (viewers[frame] ?? 0))
  const usual = median(replays)
  const found: Highlight[] = []
  // Spikes of one frame are skipped; the limit ends the loop on a curve that has only these.
  for (let attempt = 0; attempt < MAX_PEAKS && found.length < 2; attempt++) {
    const at = indexOfMax(replays)
    const count = replays[at] ?? 0
    if (count - usual < min) break
    const range = expand(at, replays.length, (frame) => (replays[frame] ?? 0) > (usual + count) / 2)
    const slope = expand(at, replays.length, (frame) => (replays[frame] ?? 0) > usual)
    replays.fill(usual, slope.from, slope.to)
    if (range.to - range.from > 1)
      found.push({ kind: 'replayed', ...range, at, count, of: viewers[at] ?? 0 })
  }
  return found
}

/** The greatest fall, within two seconds, of the viewers that remain (`remainingViewers`). */
function findDropOff(viewers: ArrayLike<number>, rate: number, min: number): Highlight | undefined {
  const remaining = remainingViewers(viewers)
  const width = Math.min(Math.max(1, Math.round(rate * 2)), remaining.length - 1)
  let from = 0
  for (let frame = 0; frame + width < remaining.length; frame++)
    if (fall(remaining, frame, frame + width) > fall(remaining, from, from + width)) from = frame
  let to = from + width
  while (from < to && remaining[from] === remaining[from + 1]) from++
  while (to > from && remaining[to - 1] === remaining[to]) to--
  const count = fall(remaining, from, to)
  const of = remaining[from] ?? 0
  if (count < Math.max(MIN_COUNT, of * MIN_SHARE) || count < min) return undefined
  return { kind: 'left', from, to, at: from, count, of }
}

/** The frames that most viewers of a later frame did not see. */
function findSkip(viewers: ArrayLike<number>, min: number): Highlight | undefined {
  const remaining = remainingViewers(viewers)
  const depth = Array.from(remaining, (later, frame) => later - (viewers[frame] ?? 0))
  const at = indexOfMax(depth)
  const count = depth[at] ?? 0
  if (count < min) return undefined
  const range = expand(at, depth.length, (frame) => (depth[frame] ?? 0) > count / 2)
  return { kind: 'skipped', ...range, at: range.from, count, of: remaining[at] ?? 0 }
}

/** Single frames played more than both their neighbours, the highest first. */
function findSpikes(plays: ArrayLike<number>, min: number): Highlight[] {
  const found: Highlight[] = []
  for (let at = 1; at < plays.length - 1; at++) {
    const count = (plays[at] ?? 0) - Math.max(plays[at - 1] ?? 0, plays[at + 1] ?? 0)
    if (count >= min)
      found.push({ kind: 'frame', from: at, to: at + 1, at, count, of: plays[at] ?? 0 })
  }
  return found.sort((a, b) => b.count - a.count)
}

/** For each frame the most viewers that it or any later frame has. */
function remainingViewers(viewers: ArrayLike<number>): number[] {
  const remaining = Array.from(viewers)
  for (let frame = remaining.length - 2; frame >= 0; frame--)
    remaining[frame] = Math.max(remaining[frame] ?? 0, remaining[frame + 1] ?? 0)
  return remaining
}

const fall = (series: number[], from: number, to: number) => (series[from] ?? 0) - (series[to] ?? 0)

/** The range around `at` in which every frame `matches`. */
function expand(at: number, length: number, matches: (frame: number) => boolean) {
  let from = at
  let to = at + 1
  while (from > 0 && matches(from - 1)) from--
  while (to < length && matches(to)) to++
  return { from, to }
}

function median(series: number[]): number {
  return [...series].sort((a, b) => a - b)[Math.floor(series.length / 2)] ?? 0
}
