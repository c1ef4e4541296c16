import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binByMax } from './binByMax.ts'

const series = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 4_000, size: 'max' })
const most = fc.integer({ min: 1, max: 1_500 })

test('no spike is lost: every frame is at most its bin, and every bin is some frame of its own', () => {
  fc.assert(
    fc.property(series, most, (frames, width) => {
      const { edges, values } = binByMax(frames, width)
      values.forEach((value, i) => {
        const covered = frames.slice(edges[i], edges[i + 1])
        expect(covered.length).toBeGreaterThan(0)
        expect(Math.max(...covered)).toBe(value)
      })
    }),
  )
})

test('the bins cover every frame once', () => {
  fc.assert(
    fc.property(series, most, (frames, width) => {
      const { edges, values } = binByMax(frames, width)
      expect(edges[0]).toBe(0)
      expect(edges.at(-1)).toBe(frames.length)
      expect(values.length).toBe(Math.min(frames.length, width))
    }),
  )
})

test('one frame of 3,600 stands out in 1,160 bins', () => {
  const frames = new Array<number>(3_600).fill(10)
  frames[3_122] = 98
  expect(binByMax(frames, 1_160).values.filter((value) => value === 98)).toHaveLength(1)
})

test('a short film is drawn frame by frame', () => {
  expect(binByMax([3, 1, 2], 1_160)).toEqual({ edges: [0, 1, 2, 3], values: [3, 1, 2] })
})

test('nothing is nothing', () => {
  expect(binByMax([], 10)).toEqual({ edges: [0], values: [] })
})
