import { expect, test } from 'vitest'
import { filmUrl, posterUrl } from './mediaUrl.ts'
import type { Video } from './video.ts'

const video: Video = {
  id: 'c1b0a8a2-7d5e-4c53-9a53-1f0a6f1f2d11',
  host: 'file',
  hostId: 'summer 2026/storm #2.mp4',
  title: 'Storm',
  description: '',
  frames: 1,
  fps: { num: 30, den: 1 },
  precision: 'exact',
  visibility: 'members',
  poster: null,
  sources: null,
  captions: [],
  chapters: [],
  status: 'ready',
  addedBy: 'c1b0a8a2-7d5e-4c53-9a53-1f0a6f1f2d12',
  addedAt: new Date(0),
}

test('folders stay folders, everything else is escaped', () => {
  expect(filmUrl(video)).toBe('/media/summer%202026/storm%20%232.mp4')
})

test('what another host delivers has no address here, and a missing poster none either', () => {
  expect(filmUrl({ ...video, host: 'youtube', hostId: 'x' })).toBeNull()
  expect(filmUrl({ ...video, host: 'hls', hostId: 'storm/1.m3u8' })).toBe('/media/storm/1.m3u8')
  expect(filmUrl({ ...video, host: 'mux', hostId: 'a?b' })).toBe(
    'https://stream.mux.com/a%3Fb.m3u8',
  )
  expect(posterUrl(video)).toBeNull()
  expect(posterUrl({ ...video, poster: 'storm.jpg' })).toBe('/media/storm.jpg')
})
