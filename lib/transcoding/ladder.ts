/** One rung of the bitrate ladder; `side` is the shorter side of the picture in pixels. */
export type Rung = { side: number; maxBitsPerSecond: number }

const STANDARD_SIDES_PX = [1080, 720, 480, 360]
const MAX_SIDE_PX = 1080
/** A rung closer than this to the one above costs as much and looks the same. */
const MAX_STEP_RATIO = 0.75

/**
 * The bitrate ladder of a video, the best rung first: the input's own size, at most 1080, and the
 * standard sizes below it. It is never scaled up.
 */
export function chooseRungs({ width, height }: { width: number; height: number }): Rung[] {
  const top = Math.min(roundDownToEven(Math.min(width, height)), MAX_SIDE_PX)
  const sides = [top, ...STANDARD_SIDES_PX.filter((side) => side <= top * MAX_STEP_RATIO)]
  return sides.map((side) => ({ side, maxBitsPerSecond: bitrateFor(side, width / height) }))
}

/** 5 Mbit/s for 1920 x 1080; a smaller picture needs less, but more per pixel. */
function bitrateFor(side: number, shape: number): number {
  const pixels = side * side * Math.max(shape, 1 / shape)
  return Math.round((5_000_000 * (pixels / (1920 * 1080)) ** 0.75) / 1000) * 1000
}

/** H.264 (4:2:0) needs even sides. */
function roundDownToEven(pixels: number): number {
  return Math.max(2, Math.floor(pixels / 2) * 2)
}
