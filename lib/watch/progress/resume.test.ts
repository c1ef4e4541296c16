import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LogRow } from '#db/watchLog.ts'
import type { ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import { lastPosition, resumeFrameOf } from './resume.ts'

const row = fc.record({
  at: fc.nat(3),
  playbackId: fc.constantFrom('a', 'b'),
  seq: fc.nat(3),
  position: fc.nat(100),
})

it('is the position of the latest beacon, merged or not, in whatever order they are read', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(row, {
        minLength: 1,
        selector: ({ at, playbackId, seq }) => `${at}${playbackId}${seq}`,
      }),
      fc.nat(10),
      (rows, cut) => {
        const order = ({ at, playbackId, seq }: (typeof rows)[0]) => `${at}${playbackId}${seq}`
        const sorted = [...rows].sort((a, b) => (order(a) < order(b) ? -1 : 1))
        const seen = rows.slice(0, cut).sort((a, b) => (order(a) < order(b) ? -1 : 1))
        const last = seen.at(-1)
        const merged = last ? ({ last, position: last.position } as unknown as ViewerState) : null
        const recent = rows.slice(cut) as unknown as LogRow[]
        expect(lastPosition({ merged, recent, mergedTo: 0 })).toBe(sorted.at(-1)?.position)
      },
    ),
  )
  expect(lastPosition({ merged: null, recent: [], mergedTo: 0 })).toBe(0)
})

it('starts over only within a second of the end', () => {
  const video = { frames: 3600, fps: { num: 30, den: 1 } }
  expect(resumeFrameOf(0, video)).toBe(0)
  expect(resumeFrameOf(3569, video)).toBe(3569)
  expect(resumeFrameOf(3570, video)).toBe(0)
  expect(resumeFrameOf(3600, video)).toBe(0)
})

it('is the start after the history was cleared, until the video is watched again', () => {
  const at = (time: number, position: number) => ({
    at: time,
    playbackId: 'a',
    seq: time,
    position,
  })
  const merged = { last: at(5, 500), position: 500 } as unknown as ViewerState
  const recent = [at(6, 600), at(8, 20)] as unknown as LogRow[]
  expect(lastPosition({ merged, recent: [], mergedTo: 0 }, 4)).toBe(500)
  expect(lastPosition({ merged, recent: [], mergedTo: 0 }, 5)).toBe(0)
  expect(lastPosition({ merged, recent: recent.slice(0, 1), mergedTo: 0 }, 6)).toBe(0)
  expect(lastPosition({ merged, recent, mergedTo: 0 }, 7)).toBe(20)
})
