import { expect, test } from 'vitest'
import type { Video } from '#lib/videos/video.ts'
import { chartSvg } from './chartSvg.ts'

const video = { frames: 4, fps: { num: 2, den: 1 }, precision: 'exact', title: 'Storm' } as Video
const counts = {
  plays: Float64Array.of(1, 9, 1, 1),
  viewers: Float64Array.of(1, 1, 1, 1),
  views: 2,
  asOf: '2031-02-03T04:05:06Z',
}

test('a title is text, never markup', () => {
  const svg = chartSvg({ ...video, title: '<script>"&\u0000' }, counts, 'all')
  expect(svg).toContain('&#60;script&#62;&#34;&#38;')
  expect(svg).not.toContain('<script')
})

test('plays are always drawn, viewers only where they are known', () => {
  expect(chartSvg(video, counts, 'all').match(/stroke-dasharray/g)).toHaveLength(1)
  const several = chartSvg(video, { ...counts, viewers: null }, '2031-01-01..2031-02-01')
  expect(several).not.toContain('stroke-dasharray')
  expect(several).toContain('2031-01-01 to 2031-02-01')
})
