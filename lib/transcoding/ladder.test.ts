import { expect, it } from 'vitest'
import { chooseRungs } from './ladder.ts'

it.each([
  [3840, 2160, [1080, 720, 480, 360]],
  [1920, 1080, [1080, 720, 480, 360]],
  [1080, 1920, [1080, 720, 480, 360]],
  [1920, 800, [800, 480, 360]],
  [1280, 720, [720, 480, 360]],
  [854, 480, [480, 360]],
  [640, 360, [360]],
  [641, 361, [360]],
  [320, 240, [240]],
])('%i x %i', (width, height, sides) => {
  const rungs = chooseRungs({ width, height })
  expect(rungs.map(({ side }) => side)).toEqual(sides)
  expect(rungs.map(({ maxBitsPerSecond }) => maxBitsPerSecond)).toEqual(
    rungs.map(({ maxBitsPerSecond }) => maxBitsPerSecond).sort((a, b) => b - a),
  )
})
