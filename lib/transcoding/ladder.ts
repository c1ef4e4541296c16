/** One quality. `side` is the shorter side of the picture in pixels, `most` its bits a second. */
export type Rung = { side: number; most: number }

const SIDES = [1080, 720, 480, 360]
const HIGHEST = 1080
/** A rung this near to the one above tells nobody apart, and costs as much again. */
const STEP = 0.75

/**
 * The qualities of a video, the best first: as large as it came, but not above 1080, and usual ones
 * below. None is larger than what came.
 */
export function chooseRungs({ width, height }: { width: number; height: number }): Rung[] {
  const top = Math.min(even(Math.min(width, height)), HIGHEST)
  const sides = [top, ...SIDES.filter((side) => side <= top * STEP)]
  return sides.map((side) => ({ side, most: bitsFor(side, width / height) }))
}

/** 5 Mbit/s for 1920 x 1080; a smaller picture needs less, but more a pixel. */
function bitsFor(side: number, shape: number): number {
  const pixels = side * side * Math.max(shape, 1 / shape)
  return Math.round((5_000_000 * (pixels / (1920 * 1080)) ** 0.75) / 1000) * 1000
}

/** What H.264 can be asked for: both sides are even. */
function even(pixels: number): number {
  return Math.max(2, Math.floor(pixels / 2) * 2)
}
