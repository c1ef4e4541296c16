import { expect, it } from 'vitest'
import { type LoggedBeacon, MAX_PLAYBACKS, MAX_RUNS, mergeViewer } from './mergeViewer.ts'

const SLOT = 190_000_000
const SLOTS_A_DAY = 8640
const rangeAt = (slot: number) => ({
  from: slot,
  day: Math.floor(slot / SLOTS_A_DAY),
  completedAt: slot * 10_000,
})
const range = rangeAt(SLOT)
const playbackId = (n: number) => `00000003-0000-4000-8000-${String(n).padStart(12, '0')}`

function row(
  playback: number,
  seq: number,
  stretches: [start: number, end: number][],
  { lastSlot = SLOT + 10, frames = 100_000, position = 0 } = {},
): LoggedBeacon {
  const segments = stretches.map(([start, end]) => ({ start, end, rate: 1, visible: true }))
  const at = SLOT * 10_000 + seq
  return { playbackId: playbackId(playback), seq, at, position, lastSlot, frames, segments }
}

it('changes nothing when merged beacons are merged again', () => {
  const rows = [
    row(1, 0, [[0, 90]]),
    row(1, 1, [
      [90, 120],
      [0, 10],
    ]),
    row(2, 0, []),
  ]
  const first = mergeViewer(null, rows, range)
  expect(first.gain).toMatchObject({ viewsEver: 1, viewersEver: 1, viewsToday: 1, viewersToday: 1 })
  const again = mergeViewer(first.state, [...rows].reverse(), range)
  expect(again.state).toEqual(first.state)
  expect(again.gain).toEqual({
    played: [],
    newEver: [],
    newToday: [],
    viewsEver: 0,
    viewsToday: 0,
    viewersEver: 0,
    viewersToday: 0,
    completions: 0,
  })
})

it('drops a playback when no more rows of it can arrive, and not before', () => {
  const { state } = mergeViewer(null, [row(1, 0, [[0, 9]], { lastSlot: SLOT + 2 })], range)
  const at = (slot: number) => mergeViewer(state, [row(2, 0, [])], rangeAt(slot))
  expect(at(SLOT + 2).state.playbacks.has(playbackId(1))).toBe(true)
  expect(at(SLOT + 3).state.playbacks.has(playbackId(1))).toBe(false)
})

it('counts views and viewers once each day, and once for all time', () => {
  const nextDay = SLOT + SLOTS_A_DAY
  const { state } = mergeViewer(null, [row(1, 0, [[0, 9]], { lastSlot: nextDay })], range)
  const again = row(1, 1, [[5, 12]], { lastSlot: nextDay })
  const later = mergeViewer(state, [again], rangeAt(nextDay))
  expect(later.gain).toMatchObject({
    newEver: [{ start: 9, end: 12 }],
    newToday: [{ start: 5, end: 12 }],
    viewsEver: 0,
    viewsToday: 1,
    viewersEver: 0,
    viewersToday: 1,
  })
})

it('keeps at most MAX_RUNS runs: a beacon that would add more is not counted', () => {
  const rows = Array.from({ length: MAX_RUNS / 100 + 1 }, (_, seq) => {
    const first = seq * 300
    const stretches = Array.from({ length: 100 }, (_, i): [number, number] => {
      const start = first + i * 3
      return [start, start + 1]
    })
    return row(1, seq, stretches)
  })
  const { state, gain } = mergeViewer(null, rows, range)
  expect(state.runs.length).toBeGreaterThan(MAX_RUNS - 100)
  expect(state.runs.length).toBeLessThanOrEqual(MAX_RUNS)
  expect(gain.played).toEqual(state.runs)
  const inBounds = mergeViewer(state, [row(1, 5000, [[0, 60_000]])], range)
  expect(inBounds.gain.played).toEqual([[0, 60_000, 1]])
})

it('keeps at most MAX_PLAYBACKS playbacks: the beacons of one more are not counted', () => {
  const rows = Array.from({ length: MAX_PLAYBACKS + 1 }, (_, n) => row(n, 0, [[n, n + 1]]))
  const { state, gain } = mergeViewer(null, rows, range)
  expect(state.playbacks.size).toBe(MAX_PLAYBACKS)
  expect(gain.viewsEver).toBe(MAX_PLAYBACKS)
  expect(state.covered).toBe(MAX_PLAYBACKS)
})
