import { expect, test } from 'vitest'
import { fileUrl, posterUrl, videoUrl } from './mediaUrl.ts'
import type { Video } from './video.ts'

const video: Video = {
  id: 'c1b0a8a2-7d5e-4c53-9a53-1f0a6f1f2d11',
  host: 'file',
  hostId: 'summer 2026/storm #2.mp4',
  hostKey: null,
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
  archivedAt: null,
  replacedBy: null,
  replaces: null,
}

test('folders stay folders, everything else is escaped', () => {
  expect(videoUrl(video)).toBe('/media/summer%202026/storm%20%232.mp4')
})

test('each host has its address for a video', () => {
  const url = (changes: Partial<Video>) => videoUrl({ ...video, ...changes })
  expect(url({ host: 'hls', hostId: 'storm/1.m3u8' })).toBe('/media/storm/1.m3u8')
  expect(url({ host: 'mux', hostId: 'a?b' })).toBe('https://stream.mux.com/a%3Fb.m3u8')
  expect(url({ host: 'youtube', hostId: 'aqz-KE-bpKQ' })).toBe(
    'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ',
  )
  expect(url({ host: 'vimeo', hostId: '76979871' })).toBe('https://vimeo.com/76979871')
  expect(url({ host: 'vimeo', hostId: '76979871', hostKey: '8272103f6e' })).toBe(
    'https://vimeo.com/76979871/8272103f6e',
  )
  expect(url({ host: 'wistia', hostId: 'oifkgmxnkb' })).toBe(
    'https://fast.wistia.com/medias/oifkgmxnkb',
  )
})

test('a file plays anywhere, what only a host plays does not', () => {
  const sources = { mp4: 'storm/video.mp4', hls: 'storm/1.m3u8', t0: 0, storyboard: null }
  expect(fileUrl(video)).toBe(videoUrl(video))
  expect(fileUrl({ ...video, host: 'hls', sources })).toBe('/media/storm/video.mp4')
  expect(fileUrl({ ...video, host: 'youtube', hostId: 'aqz-KE-bpKQ' })).toBeNull()
})

test('a poster is ours, at its host, or missing', () => {
  expect(posterUrl(video)).toBeNull()
  expect(posterUrl({ ...video, poster: 'storm.jpg' })).toBe('/media/storm.jpg')
  const away = 'https://i.ytimg.com/vi/aqz-KE-bpKQ/hqdefault.jpg'
  expect(posterUrl({ ...video, poster: away })).toBe(away)
})
