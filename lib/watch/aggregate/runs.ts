import { ByteReader, ByteWriter } from '#lib/byteCodec.ts'

/** A stretch `[start, end)` of frames one viewer has played `count` times. */
export type Run = readonly [start: number, end: number, count: number]

/** Sorted, disjoint, no empty or uncounted run, neighbours that touch differ in their count. */
export type Runs = readonly Run[]

/** `[start, end)` in frames. */
type Stretch = { start: number; end: number }

/**
 * How often each frame was played by these stretches; a stretch that occurs twice counts twice.
 * A sweep line over the sorted ends: O(n log n) in the number of stretches, whatever their length.
 */
export function runsOf(stretches: readonly Stretch[]): Runs {
  const only = stretches[0]
  if (stretches.length === 1 && only)
    return only.end > only.start ? [[only.start, only.end, 1]] : []
  const edges: [frame: number, change: number][] = []
  for (const { start, end } of stretches) if (end > start) edges.push([start, 1], [end, -1])
  edges.sort((a, b) => a[0] - b[0])
  const runs: Run[] = []
  let count = 0
  let since = 0
  for (const [frame, change] of edges) {
    if (frame > since) append(runs, since, frame, count)
    since = frame
    count += change
  }
  return runs
}

/** Adds both counts frame by frame. Linear in the number of runs. */
export function addRuns(a: Runs, b: Runs): Runs {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const sum: Run[] = []
  let i = 0
  let j = 0
  let at = 0
  for (;;) {
    const left = a[i]
    const right = b[j]
    if (!left && !right) return sum
    const leftFrom = left ? Math.max(at, left[0]) : Infinity
    const rightFrom = right ? Math.max(at, right[0]) : Infinity
    const from = Math.min(leftFrom, rightFrom)
    const inLeft = leftFrom === from && left !== undefined
    const inRight = rightFrom === from && right !== undefined
    const to = Math.min(inLeft ? left[1] : leftFrom, inRight ? right[1] : rightFrom)
    append(sum, from, to, (inLeft ? left[2] : 0) + (inRight ? right[2] : 0))
    at = to
    if (left && left[1] <= at) i++
    if (right && right[1] <= at) j++
  }
}

/** The stretches of `added` that `before` does not cover: frames played for the first time. */
export function newlyCovered(before: Runs, added: Runs): Stretch[] {
  const fresh: Stretch[] = []
  let i = 0
  for (const [start, end] of added) {
    let at = start
    while (at < end) {
      while ((before[i]?.[1] ?? Infinity) <= at) i++
      const covered = before[i]
      const to = Math.min(end, covered ? Math.max(at, covered[0]) : Infinity)
      if (to > at) fresh.push({ start: at, end: to })
      at = Math.max(to, Math.min(end, covered?.[1] ?? end))
    }
  }
  return fresh
}

/** How many different frames were played. */
export function coveredFrames(runs: Runs): number {
  let frames = 0
  for (const [start, end] of runs) frames += end - start
  return frames
}

function append(runs: Run[], start: number, end: number, count: number) {
  if (count === 0) return
  const last = runs[runs.length - 1]
  if (last && last[1] === start && last[2] === count) runs[runs.length - 1] = [last[0], end, count]
  else runs.push([start, end, count])
}

const FORMAT = 1

/** Varints: format, number of runs, then of each run the gap since the previous end, length, count. */
export function encodeRuns(runs: Runs): Buffer {
  const writer = new ByteWriter().varint(FORMAT).varint(runs.length)
  let at = 0
  for (const [start, end, count] of runs) {
    writer
      .varint(start - at)
      .varint(end - start)
      .varint(count)
    at = end
  }
  return writer.finish()
}

/** @throws RangeError when the bytes are not what `encodeRuns` wrote. */
export function decodeRuns(blob: Buffer | null): Runs {
  if (blob === null) return []
  const reader = new ByteReader(blob).expectVersion(FORMAT)
  const runs: Run[] = []
  let at = 0
  for (let left = reader.varint(); left > 0; left--) {
    const start = at + reader.varint()
    const end = start + reader.varint()
    runs.push([start, end, reader.varint()])
    at = end
  }
  return runs
}

/** The gaps before and between the runs, the longest first; frames after the last run are none. */
export function skippedStretches(runs: Runs): { from: number; to: number }[] {
  const skipped: { from: number; to: number }[] = []
  let seenTo = runs[0] ? 0 : Number.POSITIVE_INFINITY
  for (const [start, end] of runs) {
    if (start > seenTo) skipped.push({ from: seenTo, to: start })
    seenTo = end
  }
  return skipped.sort((a, b) => b.to - b.from - (a.to - a.from))
}
