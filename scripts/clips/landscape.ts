/** The geometry and colours of the demo clip's landscape at dusk, all computed: no image is read. */

export const size = { width: 1024, height: 576 } as const
export type Color = readonly [red: number, green: number, blue: number]
/** The colours of the sky, from top to horizon, and of the land at one time. */
export type Light = { high: Color; middle: Color; low: Color; land: Color }

const DAY: Light = {
  high: [34, 62, 92],
  middle: [104, 122, 112],
  low: [204, 140, 66],
  land: [46, 30, 20],
}
const DUSK: Light = {
  high: [16, 26, 40],
  middle: [62, 62, 66],
  low: [150, 82, 40],
  land: [20, 14, 12],
}

export function lightAt(progress: number): Light {
  const fade = smooth(progress)
  return {
    high: blend(DAY.high, DUSK.high, fade),
    middle: blend(DAY.middle, DUSK.middle, fade),
    low: blend(DAY.low, DUSK.low, fade),
    land: blend(DAY.land, DUSK.land, fade),
  }
}

/** The sky's colour. @param down from 0 at the top to 1 at the horizon */
export function skyAt(light: Light, down: number): Color {
  return down < 0.55
    ? blend(light.high, light.middle, smooth(down / 0.55))
    : blend(light.middle, light.low, smooth((down - 0.55) / 0.45))
}

/** The height of a layer's ridge at `x`, in pixels from the top; layer 0 is the farthest. */
export function ridgeAt(layer: number, x: number): number {
  const base = [0.62, 0.7, 0.82][layer] ?? 1
  const tall = [0.13, 0.15, 0.09][layer] ?? 0
  const along = x / size.width + layer * 3.7
  const peaks =
    fold(along * 1.7) * 0.6 + fold(along * 3.9 + 0.3) * 0.26 + noise(along * 24, layer) * 0.1
  return (base - tall * (peaks - 0.35)) * size.height
}

export function blend(from: Color, to: Color, share: number): Color {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ]
}

/** Smoothstep: 3t² - 2t³ of `value` clamped to 0..1. */
export function smooth(value: number): number {
  const clamped = Math.min(1, Math.max(0, value))
  return clamped * clamped * (3 - 2 * clamped)
}

/** Value noise, 0..1, smooth in x; rows of different y are independent. */
export function noise(x: number, y: number): number {
  const left = Math.floor(x)
  const from = hash(left, y)
  return from + (hash(left + 1, y) - from) * smooth(x - left)
}

/** Value noise, 0..1, smooth in x and y. */
export function cloud(x: number, y: number): number {
  const above = Math.floor(y)
  const from = noise(x, above)
  return from + (noise(x, above + 1) - from) * smooth(y - above)
}

/** One mountain per unit of x: 1 at its peak, 0 in the valleys. */
function fold(x: number): number {
  const offset = x - Math.floor(x)
  return 1 - Math.abs(offset * 2 - 1) ** 1.2
}

function hash(x: number, y: number): number {
  let mixed = Math.imul(x | 0, 374761393) ^ Math.imul(y | 0, 668265263)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}
