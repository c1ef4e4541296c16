import type { FrameRate } from './video.ts'

/** The frame of a frame callback. @param mediaTime its start in seconds, as rounded by the browser */
export function frameStartingAt(mediaTime: number, { num, den }: FrameRate): number {
  return Math.round((mediaTime * num) / den)
}

/**
 * The frame on the screen at a time of the clock, in seconds. A clock set to the start of a frame is
 * often a rounding error before it, hence the thousandth.
 */
export function frameAt(seconds: number, { num, den }: FrameRate): number {
  return Math.floor((seconds * num) / den + 1e-3)
}

/** @returns the middle of a frame in seconds: a seek there shows this frame, however it is rounded */
export function middleOf(frame: number, { num, den }: FrameRate): number {
  return ((frame + 0.5) * den) / num
}
