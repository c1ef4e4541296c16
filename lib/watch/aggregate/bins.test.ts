import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignTo, binByMax, seenBins } from './bins.ts'
import { runsOf } from './runs.ts'

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

test('returns the requested number of bins, and the greatest count is among them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 300 }),
      (counts, points) => {
        const { values } = binByMax(counts, points)
        expect(values).toHaveLength(Math.min(points, counts.length))
        expect(Math.max(...values)).toBe(Math.max(...counts))
        if (points >= counts.length) expect(values).toEqual(counts)
      },
    ),
  )
  expect(binByMax([1, 9, 2, 3, 4, 8], 3).values).toEqual([9, 3, 8])
})

test('one frame of 3,600 stands out in 1,160 bins', () => {
  const frames = new Array<number>(3_600).fill(10)
  frames[3_122] = 98
  expect(binByMax(frames, 1_160).values.filter((value) => value === 98)).toHaveLength(1)
})

test('a short video is drawn frame by frame', () => {
  expect(binByMax([3, 1, 2], 1_160)).toEqual({ edges: [0, 1, 2, 3], values: [3, 1, 2] })
})

test('nothing is nothing', () => {
  expect(binByMax([], 10)).toEqual({ edges: [0], values: [] })
})

const at = (num: number) => ({ num, den: 1 })

test('videos of equal rates are aligned frame by frame, whatever their lengths', () => {
  const video = { frames: 4, fps: { num: 30_000, den: 1001 } }
  expect([...alignTo(video, { fps: video.fps, counts: [3, 1] })]).toEqual([3, 1, 0, 0])
  expect([...alignTo(video, { fps: video.fps, counts: [1, 2, 3, 4, 5] })]).toEqual([1, 2, 3, 4])
})

test('at another rate, a single frame with a high count keeps it', () => {
  const slower = alignTo({ frames: 3, fps: at(25) }, { fps: at(50), counts: [1, 9, 1, 1, 7, 1] })
  expect([...slower]).toEqual([9, 1, 7])
  const faster = alignTo({ frames: 4, fps: at(50) }, { fps: at(25), counts: [2, 6] })
  expect([...faster]).toEqual([2, 2, 6, 6])
})

test('shares of each bin', () => {
  expect(seenBins([], 1000)).toEqual([])
  const bins = seenBins(
    [
      [0, 5, 1],
      [7, 8, 3],
      [990, 1000, 1],
    ],
    1000,
  )
  expect(bins).toHaveLength(200)
  expect(bins.slice(0, 3)).toEqual([1, 0.2, 0])
  expect(bins.slice(-3)).toEqual([0, 1, 1])
  expect(seenBins([[1, 2, 9]], 3)).toEqual([0, 1, 0])
})

test('what was seen of the video is what was seen of its bins', () => {
  const stretch = fc.tuple(fc.nat(999), fc.nat(999)).map(([a, b]) => ({
    start: Math.min(a, b),
    end: Math.max(a, b) + 1,
  }))
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1 }), (stretches) => {
      const seen = new Set<number>()
      for (const { start, end } of stretches) for (let i = start; i < end; i++) seen.add(i)
      const bins = seenBins(runsOf(stretches), 1000)
      expect(bins.reduce((sum, share) => sum + share * 5, 0)).toBeCloseTo(seen.size)
    }),
  )
})
