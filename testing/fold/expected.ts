import { hasSeq } from '#lib/watch/aggregate/seqRanges.ts'
import type { ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import type { WireSegment } from '#lib/watch/protocol/beacon.ts'
import type { Findings } from '#testing/findings.ts'
import type { SentPair } from './truth.ts'

type Counted = { playbackId: string; segments: readonly WireSegment[] }

/**
 * What must be counted of one pair: all that was acknowledged, and of the rest what the merged
 * numbers say. What was acknowledged and has no merged number is lost.
 */
export function expectPair(
  pair: SentPair,
  state: ViewerState | null,
  findings: Findings,
): Counted[] {
  const counted: Counted[] = []
  let numbers = 0
  for (const { playbackId, beacon, acknowledged } of pair.beacons.values()) {
    const { segments } = beacon
    const isMerged = hasSeq(state?.playbacks.get(playbackId)?.seqs ?? [], beacon.seq)
    if (isMerged) numbers++
    if (acknowledged || isMerged) counted.push({ playbackId, segments })
    findings.beacon(segments.length, acknowledged, isMerged)
  }
  let merged = 0
  for (const { seqs } of state?.playbacks.values() ?? [])
    for (const [from, to] of seqs) merged += to - from
  findings.equal('merged numbers', numbers, merged)
  return counted
}

/** What one video's curves must say, worked out frame by frame. */
export class Expected {
  readonly frames: number
  readonly plays: Float64Array
  readonly viewers: Float64Array
  views = 0
  uniqueViewers = 0
  completions = 0

  constructor(frames: number) {
    this.frames = frames
    this.plays = new Float64Array(frames)
    this.viewers = new Float64Array(frames)
  }

  /** One viewer: how often each frame was played. */
  add(counts: Uint32Array, plays: number, covered: number): void {
    counts.forEach((count, frame) => {
      if (count === 0) return
      this.plays[frame] = (this.plays[frame] ?? 0) + count
      this.viewers[frame] = (this.viewers[frame] ?? 0) + 1
    })
    this.views += plays
    if (covered > 0) this.uniqueViewers++
    if (covered * 10 >= this.frames * 9) this.completions++
  }
}

export function countInto(counts: Uint32Array, segments: readonly WireSegment[]): void {
  for (const [start, end] of segments)
    for (let frame = start; frame < end; frame++) counts[frame] = (counts[frame] ?? 0) + 1
}
