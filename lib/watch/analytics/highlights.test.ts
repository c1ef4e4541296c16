import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findHighlights, type Highlight } from './highlights.ts'

const rate = 30
const level = (count: number, frames = 3_600) => new Array<number>(frames).fill(count)
const find = (highlights: Highlight[], kind: Highlight['kind']) =>
  highlights.filter((highlight) => highlight.kind === kind)

test('a video watched evenly has no highlights', () => {
  expect(findHighlights({ plays: level(100), viewers: level(100), rate })).toEqual([])
  expect(findHighlights({ plays: level(0), viewers: level(0), rate })).toEqual([])
  expect(findHighlights({ plays: [], viewers: [], rate })).toEqual([])
})

test('a replayed range is found with its peak', () => {
  const plays = level(100)
  for (let frame = 1_236; frame < 1_348; frame++) plays[frame] = 140
  plays[1_290] = 148
  expect(findHighlights({ plays, viewers: level(100), rate })).toContainEqual({
    kind: 'replayed',
    from: 1_236,
    to: 1_348,
    at: 1_290,
    count: 48,
    of: 100,
  })
})

test('the two highest peaks are found, the highest first', () => {
  const plays = level(100)
  plays.fill(120, 100, 200)
  plays.fill(150, 900, 990)
  plays.fill(130, 2_000, 2_100)
  const peaks = find(findHighlights({ plays, viewers: level(100), rate }), 'replayed')
  expect(peaks.map((peak) => peak.from)).toEqual([900, 2_000])
})

test('a drop-off counts those who left, of those who came this far', () => {
  const viewers = [...level(372, 2_184), ...level(310, 1_416)]
  expect(findHighlights({ plays: viewers, viewers, rate })).toEqual([
    { kind: 'left', from: 2_183, to: 2_184, at: 2_183, count: 62, of: 372 },
  ])
})

test('a gradual drop-off is found from its start to its end', () => {
  const viewers = Array.from({ length: 3_600 }, (_, frame) =>
    frame < 2_000 ? 300 : frame < 2_030 ? 300 - (frame - 2_000) * 2 : 240,
  )
  expect(find(findHighlights({ plays: viewers, viewers, rate }), 'left')).toEqual([
    { kind: 'left', from: 2_000, to: 2_030, at: 2_000, count: 60, of: 300 },
  ])
})

test('viewers who come back after a gap skipped it and did not leave', () => {
  const viewers = level(330)
  viewers.fill(296, 1_641, 1_719)
  expect(findHighlights({ plays: viewers, viewers, rate })).toEqual([
    { kind: 'skipped', from: 1_641, to: 1_719, at: 1_641, count: 34, of: 330 },
  ])
})

test('a spike of one frame is a single frame, not a replayed range', () => {
  const plays = level(200)
  plays[3_122] = 288
  const highlights = findHighlights({ plays, viewers: level(200), rate })
  expect(highlights).toEqual([
    { kind: 'frame', from: 3_122, to: 3_123, at: 3_122, count: 88, of: 288 },
  ])
})

test('over several days only plays are known', () => {
  const plays = level(200)
  plays.fill(300, 10, 90)
  plays[3_122] = 288
  expect(findHighlights({ plays, viewers: null, rate }).map((highlight) => highlight.kind)).toEqual(
    ['frame'],
  )
})

test('one viewer alone has no highlights', () => {
  const plays = level(1)
  plays.fill(2, 10, 90)
  expect(findHighlights({ plays, viewers: level(1), rate })).toEqual([])
})

describe('whatever the curve', () => {
  const curve = fc
    .array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 400, size: 'max' })
    .map((cells) => ({
      plays: cells.map(([viewers, again]) => viewers + again),
      viewers: cells.map(([viewers]) => viewers),
    }))

  test('every claim can be checked by counting', () => {
    fc.assert(
      fc.property(curve, ({ plays, viewers }) => {
        for (const highlight of findHighlights({ plays, viewers, rate: 5 })) {
          expect(highlight.from).toBeLessThan(highlight.to)
          expect(highlight.to).toBeLessThanOrEqual(plays.length)
          expect(claimHolds(highlight, plays, viewers)).toBe(true)
        }
      }),
    )
  })
})

function claimHolds(
  { kind, from, to, at, count, of }: Highlight,
  plays: number[],
  viewers: number[],
) {
  const later = (frame: number) => Math.max(...viewers.slice(frame))
  const shown = plays[at] ?? 0
  if (kind === 'replayed') return shown - (viewers[at] ?? 0) === count
  if (kind === 'left') return (viewers[from] ?? 0) === of && later(to) === of - count
  if (kind === 'skipped') return viewers.slice(from, to).some((seen) => of - seen === count)
  return shown - Math.max(plays[at - 1] ?? 0, plays[at + 1] ?? 0) === count && shown === of
}
