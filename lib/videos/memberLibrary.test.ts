import { expect, it } from 'vitest'
import type { WatchProgress } from '#lib/watch/progress/watchProgress.ts'
import { groupByProgress } from './memberLibrary.ts'
import type { Video } from './video.ts'

const videos = ['a', 'b', 'c', 'd'].map((id) => ({ id }) as Video)
const entry = (day: number, over: Partial<WatchProgress> = {}): WatchProgress => ({
  position: 10,
  covered: 10,
  completedAt: null,
  lastAt: new Date(day * 86_400_000),
  isCleared: false,
  ...over,
})
const ids = (videos: { id: string }[]) => videos.map(({ id }) => id).join('')

it('groups videos by a member’s progress', () => {
  const progress = new Map([
    ['a', entry(1)],
    ['b', entry(3, { completedAt: new Date() })],
    ['c', entry(2)],
    ['gone', entry(9)],
  ])
  const library = groupByProgress(videos, progress)
  expect(ids(library.history.map(({ video }) => video))).toBe('bca')
  expect(ids(library.unfinished.map(({ video }) => video))).toBe('ca')
  expect(ids(library.notStarted)).toBe('d')
})

it('lists what was cleared from the history as not started, and nothing when no video was started', () => {
  const progress = new Map([
    ['a', entry(1)],
    ['b', entry(2, { isCleared: true })],
  ])
  expect(ids(groupByProgress(videos, progress).notStarted)).toBe('bcd')
  progress.delete('a')
  expect(groupByProgress(videos, progress)).toMatchObject({
    history: [],
    unfinished: [],
    notStarted: [],
  })
})
