import type { FrameRate } from '#lib/videos/video.ts'
import type { Segment } from '#lib/watch/protocol/beacon.ts'

/** For clocks that differ, and players that report ahead of time. */
const SLACK_MS = 15_000

/** @returns how long these segments took to watch, in thousandths of a frame at rate 1. */
export function costOf(segments: readonly Segment[]): number {
  let cost = 0
  for (const { start, end, rate } of segments) cost += Math.round(((end - start) * 1000) / rate)
  return cost
}

/**
 * The most that can have been played since `start`; `ingest/admission.ts` holds playbacks to it.
 * @param now, start ms since 1970
 * @returns thousandths of a frame at rate 1
 */
export function creditAt(now: number, start: number, fps: FrameRate): number {
  return (Math.max(0, now - start + SLACK_MS) * fps.num) / fps.den
}
