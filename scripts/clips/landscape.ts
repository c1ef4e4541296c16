/** An evening on a ridge, computed: sun, cloud, ridges, a front that comes over. No image is read. */

export const size = { width: 1024, height: 576 } as const
export type Color = readonly [red: number, green: number, blue: number]
/** What the light is like at one moment. */
export type Light = { high: Color; middle: Color; low: Color; land: Color }

const day: Light = {
  high: [34, 62, 92],
  middle: [104, 122, 112],
  low: [204, 140, 66],
  land: [46, 30, 20],
}
const dusk: Light = {
  high: [16, 26, 40],
  middle: [62, 62, 66],
  low: [150, 82, 40],
  land: [20, 14, 12],
}

export function lightAt(progress: number): Light {
  const fade = smooth(progress)
  return {
    high: blend(day.high, dusk.high, fade),
    middle: blend(day.middle, dusk.middle, fade),
    low: blend(day.low, dusk.low, fade),
    land: blend(day.land, dusk.land, fade),
  }
}

/** The sky's colour, `down` from 0 at the top to 1 at the horizon. */
export function skyAt(light: Light, down: number): Color {
  return down < 0.55
    ? blend(light.high, light.middle, smooth(down / 0.55))
    : blend(light.middle, light.low, smooth((down - 0.55) / 0.45))
}

/** Where the ridge of a layer stands, in pixels from the top; layer 0 is the farthest. */
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

export function smooth(value: number): number {
  const held = Math.min(1, Math.max(0, value))
  return held * held * (3 - 2 * held)
}

/** Value noise, 0..1, smooth in x; every y is a row of its own. */
export function noise(x: number, y: number): number {
  const left = Math.floor(x)
  const from = hash(left, y)
  return from + (hash(left + 1, y) - from) * smooth(x - left)
}

/** Value noise, 0..1, smooth in both. */
export function cloud(x: number, y: number): number {
  const above = Math.floor(y)
  const from = noise(x, above)
  return from + (noise(x, above + 1) - from) * smooth(y - above)
}

/** A mountain range as a row of folds: 1 at the peaks, 0 in the valleys. */
function fold(x: number): number {
  const place = x - Math.floor(x)
  return 1 - Math.abs(place * 2 - 1) ** 1.2
}

function hash(x: number, y: number): number {
  let mixed = Math.imul(x | 0, 374761393) ^ Math.imul(y | 0, 668265263)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}
