import { MAX_RATE, MIN_RATE } from './limits.ts'

/**
 * Frames `[start, end)` that were really played. A stretch that occurs twice was played twice.
 */
export type Segment = {
  start: number
  end: number
  /** Playback rate, `MIN_RATE`..`MAX_RATE`. */
  rate: number
  visible: boolean
}

/** A numbered, sealed set of segments of one playback. It never changes once sealed. */
export type Beacon = {
  seq: number
  /** The player's frame when the beacon was sealed. */
  position: number
  ended: boolean
  segments: Segment[]
}

/** A beacon in the request and in the outbox: serialized once, sent again byte for byte. */
export type WireBeacon = {
  seq: number
  position: number
  ended: boolean
  segments: WireSegment[]
}

export type WireSegment = [start: number, end: number, rate: number, visible: 0 | 1]

export function toWire({ start, end, rate, visible }: Segment): WireSegment {
  return [start, end, Math.min(MAX_RATE, Math.max(MIN_RATE, rate)), visible ? 1 : 0]
}
