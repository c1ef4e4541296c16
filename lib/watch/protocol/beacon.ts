/**
 * `[start, end)` in frames, really played. Browser-safe.
 * A stretch that stands twice was played twice.
 */
export type Segment = {
  start: number
  end: number
  /** Playback rate, 0.25..4. */
  rate: number
  visible: boolean
}

/** A numbered, sealed set of segments of one playback. It never changes once sealed. */
export type Beacon = {
  seq: number
  /** The frame the player stood at when the beacon was sealed. */
  position: number
  ended: boolean
  segments: Segment[]
}
