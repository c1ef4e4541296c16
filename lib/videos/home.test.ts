import { expect, it } from 'vitest'
import type { WatchProgress } from '#lib/watch/progress/watchProgress.ts'
import { sortHome } from './home.ts'
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

it('sorts videos by what a member did with them', () => {
  const shelf = new Map([
    ['a', entry(1)],
    ['b', entry(3, { completedAt: new Date() })],
    ['c', entry(2)],
    ['gone', entry(9)],
  ])
  const home = sortHome(videos, shelf)
  expect(ids(home.history.map(({ video }) => video))).toBe('bca')
  expect(ids(home.waiting.map(({ video }) => video))).toBe('ca')
  expect(ids(home.fresh)).toBe('d')
})

it('takes what left the history for new, and a library nobody began for no news', () => {
  const shelf = new Map([
    ['a', entry(1)],
    ['b', entry(2, { isCleared: true })],
  ])
  expect(ids(sortHome(videos, shelf).fresh)).toBe('bcd')
  shelf.delete('a')
  expect(sortHome(videos, shelf)).toMatchObject({ history: [], waiting: [], fresh: [] })
})
