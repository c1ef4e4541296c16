import { indexOfMax } from '#lib/watch/aggregate/frameCounts.ts'
import type { View } from './frameView.ts'

export type FrameScale = { frames: number; framesPerSecond: number }

/**
 * Moves the cursor by a key: arrows by a frame, with Shift by a second, Page keys by ten seconds.
 * @returns the new frame, or null when the key does not move the cursor
 */
export function frameAfterKey(
  key: string,
  shift: boolean,
  frame: number,
  scale: FrameScale,
): number | null {
  const second = Math.max(1, Math.round(scale.framesPerSecond))
  const step = shift ? second : 1
  const moves = new Map([
    ['ArrowRight', frame + step],
    ['ArrowUp', frame + step],
    ['ArrowLeft', frame - step],
    ['ArrowDown', frame - step],
    ['PageUp', frame + 10 * second],
    ['PageDown', frame - 10 * second],
    ['Home', 0],
    ['End', scale.frames - 1],
  ])
  const next = moves.get(key)
  return next === undefined ? null : clampFrame(next, scale.frames)
}

/**
 * The frame under a pointer at `share` (0..1) of a plot `pixels` wide that shows `view`: of all
 * frames of that pixel the one played most, which is the one that is drawn there.
 */
export function frameUnderPointer(
  share: number,
  pixels: number,
  plays: ArrayLike<number>,
  view: View = { from: 0, to: plays.length },
): number {
  const width = Math.max(1, pixels)
  const pixel = Math.min(width - 1, Math.max(0, Math.floor(share * width)))
  const shown = view.to - view.from
  const from = clampFrame(view.from + Math.floor((pixel * shown) / width), plays.length)
  const to = Math.min(plays.length, view.from + Math.ceil(((pixel + 1) * shown) / width))
  return indexOfMax(plays, from, to)
}

export function clampFrame(frame: number, frames: number): number {
  return Math.min(Math.max(0, frame), Math.max(0, frames - 1))
}
