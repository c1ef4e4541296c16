import type { FrameRate } from './video.ts'

/** The frame announced as presented at `mediaTime` seconds: its own start, give or take rounding. */
export function frameStartingAt(mediaTime: number, { num, den }: FrameRate): number {
  return Math.round((mediaTime * num) / den)
}

/**
 * The frame that stands on the screen at a clock time in seconds. A clock set to the start of a
 * frame often lies a rounding error before it, hence the thousandth.
 */
export function frameAt(seconds: number, { num, den }: FrameRate): number {
  return Math.floor((seconds * num) / den + 1e-3)
}

/** Seconds in the middle of a frame: seeking there shows this frame whatever is rounded how. */
export function middleOf(frame: number, { num, den }: FrameRate): number {
  return ((frame + 0.5) * den) / num
}
