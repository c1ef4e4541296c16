import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  moveBy,
  pinched,
  spanOf,
  viewBetween,
  wholeVideo,
  withFrame,
  zoomAround,
} from './frameView.ts'

test('zooming keeps the frame under the pointer where it is', () => {
  const view = zoomAround({ from: 0, to: 1_000 }, 1_000, 250, 0.5)
  expect(view).toEqual({ from: 125, to: 625 })
  expect(zoomAround(view, 1_000, 250, 2)).toEqual({ from: 0, to: 1_000 })
})

test('a view never leaves the video and is never narrower than a dozen frames', () => {
  const frames = fc.integer({ min: 1, max: 500_000 })
  const steps = fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 50, noNaN: true }),
    ),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(frames, steps, (all, turns) => {
      let view = wholeVideo(all)
      for (const [share, factor] of turns) {
        view = zoomAround(view, all, view.from + share * spanOf(view), factor)
        view = moveBy(view, all, (share - 0.5) * spanOf(view))
        expect(view.from).toBeGreaterThanOrEqual(0)
        expect(view.to).toBeLessThanOrEqual(all)
        expect(spanOf(view)).toBeGreaterThanOrEqual(Math.min(all, 12))
        expect(Number.isInteger(view.from) && Number.isInteger(view.to)).toBe(true)
      }
    }),
  )
})

test('a view is moved to a frame outside it, by as little as it takes', () => {
  expect(withFrame({ from: 100, to: 200 }, 1_000, 150)).toEqual({ from: 100, to: 200 })
  expect(withFrame({ from: 100, to: 200 }, 1_000, 205)).toEqual({ from: 106, to: 206 })
  expect(withFrame({ from: 100, to: 200 }, 1_000, 3)).toEqual({ from: 3, to: 103 })
})

test('two fingers keep their frames', () => {
  expect(pinched([200, 400], [0.25, 0.75], 1_000)).toEqual({ from: 100, to: 500 })
  expect(pinched([200, 400], [0.5, 0.51], 1_000)).toBeNull()
})

test('a range narrower than the minimum is widened around its middle', () => {
  expect(viewBetween(500, 501, 1_000)).toEqual({ from: 495, to: 507 })
  expect(viewBetween(995, 1_000, 1_000)).toEqual({ from: 988, to: 1_000 })
})
