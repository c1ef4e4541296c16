import {
  blend,
  type Color,
  cloud,
  type Light,
  lightAt,
  ridgeAt,
  size,
  skyAt,
  smooth,
} from './landscape.ts'

const { width, height } = size
const LAYERS = [0, 1, 2]
const ridges = LAYERS.map((layer) =>
  Float32Array.from({ length: width }, (_, x) => ridgeAt(layer, x)),
)
/** Clouds are soft: they are computed for every eighth pixel and interpolated. */
const CLOUD_STEP_PX = 8
const columns = width / CLOUD_STEP_PX + 1
/** Seconds at which lightning strikes; its light lasts a quarter of a second. */
const FLASHES = [98.2, 98.5, 104.1]

type Scene = {
  progress: number
  light: Light
  flash: number
  clouds: Float32Array
  sun: { x: number; y: number; radius: number }
}

/**
 * Draws one frame as rgb24.
 * @param now seconds from the start
 * @param progress 0..1 of the clip
 */
export function drawDemoFrame(now: number, progress: number): Uint8Array {
  const scene = {
    progress,
    light: lightAt(progress),
    flash: Math.max(0, ...FLASHES.map((at) => (now < at ? 0 : 1 - (now - at) * 4))),
    clouds: cloudsAt(now, progress),
    sun: { x: width * (0.58 + 0.07 * progress), y: height * (0.34 + 0.3 * progress), radius: 42 },
  }
  const picture = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    const clear = skyAt(scene.light, Math.min(1, y / (height * 0.68)))
    for (let x = 0; x < width; x += 1) {
      const color = colorAt(scene, clear, x, y)
      // A fixed grain below one step of brightness keeps the sky free of bands.
      const grain = ((x * 7 + y * 13 + ((x * y) % 5)) % 8) / 8
      const at = (y * width + x) * 3
      picture[at] = Math.min(255, color[0] + grain)
      picture[at + 1] = Math.min(255, color[1] + grain)
      picture[at + 2] = Math.min(255, color[2] + grain)
    }
  }
  return picture
}

function colorAt(scene: Scene, clear: Color, x: number, y: number): Color {
  let color: Color | undefined
  for (const layer of LAYERS) {
    const below = y + 1 - (ridges[layer]?.[x] ?? height)
    if (below <= 0) continue
    const land = landColor(scene, layer, below / height)
    color = below >= 1 ? land : blend(color ?? skyColor(scene, clear, x, y), land, below)
  }
  return color ?? skyColor(scene, clear, x, y)
}

function skyColor(scene: Scene, clear: Color, x: number, y: number): Color {
  const { progress, light, sun, flash } = scene
  const away = Math.hypot(x - sun.x, y - sun.y)
  const glow = Math.exp(-away / 150) * 0.55 * (1 - progress * 0.5)
  const cloudy = cloudAt(scene.clouds, x, y)
  const thick = cloudy * (0.35 + 0.55 * progress)
  const covered = blend(blend(clear, [255, 206, 122], glow), light.high, thick * 0.7)
  const disc = smooth((sun.radius - away) / 2.5 + 0.5) * (1 - smooth((progress - 0.55) * 3) * 0.6)
  const withSun = blend(covered, [255, 216, 138], disc * (1 - thick * 0.6))
  const near = 1 - Math.min(1, Math.abs(x / width - 0.24) * 1.4)
  return blend(withSun, [206, 214, 232], flash * near * (0.2 + cloudy * 0.4))
}

/** @param depth distance below the ridge, as a share of the picture's height */
function landColor({ light, flash }: Scene, layer: number, depth: number): Color {
  const haze = ([0.42, 0.16, 0][layer] ?? 0) * Math.max(0, 1 - depth * 5)
  const dark = Math.max(0.35, 1 - depth * 1.6) * ([1, 0.82, 0.42][layer] ?? 1)
  const land: Color = [light.land[0] * dark, light.land[1] * dark, light.land[2] * dark]
  return blend(blend(land, light.low, haze), [150, 160, 180], flash * 0.08)
}

/** The density of the clouds on the coarse grid, 0..1: they drift, and a front comes from the left. */
function cloudsAt(now: number, progress: number): Float32Array {
  const grid = new Float32Array(columns * (height / CLOUD_STEP_PX + 1))
  const drift = now / 90
  for (let index = 0; index < grid.length; index += 1) {
    const x = (index % columns) / columns
    const y = Math.floor(index / columns) / columns
    const soft =
      cloud(x * 3 - drift, y * 11) * 0.55 +
      cloud(x * 7 - drift * 1.6, y * 23) * 0.3 +
      cloud(x * 15 - drift * 2, y * 40) * 0.15
    const front = smooth(progress * 1.7 - x * 0.8 - 0.25)
    grid[index] = smooth((soft - 0.46 + front * 0.4) * 3)
  }
  return grid
}

function cloudAt(grid: Float32Array, x: number, y: number): number {
  const left = Math.floor(x / CLOUD_STEP_PX)
  const top = Math.floor(y / CLOUD_STEP_PX)
  const upper = between(grid, top * columns + left, x / CLOUD_STEP_PX - left)
  const lower = between(grid, (top + 1) * columns + left, x / CLOUD_STEP_PX - left)
  return upper + (lower - upper) * (y / CLOUD_STEP_PX - top)
}

function between(grid: Float32Array, index: number, share: number): number {
  const from = grid[index] ?? 0
  return from + ((grid[index + 1] ?? from) - from) * share
}
