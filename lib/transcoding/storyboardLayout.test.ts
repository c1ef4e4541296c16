import { expect, it } from 'vitest'
import { layOutStoryboard, writeStoryboardVtt } from './storyboardLayout.ts'
import { formatVttTime } from './webVtt.ts'

it('lays thumbnails out in rows, each with its time range', () => {
  const sheet = layOutStoryboard({ seconds: 23.5, width: 1920, height: 1080 })
  expect(sheet).toMatchObject({
    secondsPerPicture: 2,
    count: 12,
    columns: 10,
    rows: 2,
    width: 160,
    height: 90,
  })
  const cues = writeStoryboardVtt(sheet, 'sheet.jpg').split('\n\n')
  expect(cues[0]).toBe('WEBVTT')
  expect(cues[1]).toBe('00:00:00.000 --> 00:00:02.000\nsheet.jpg#xywh=0,0,160,90')
  expect(cues[12]).toBe('00:00:22.000 --> 00:00:23.500\nsheet.jpg#xywh=160,90,160,90\n')
})

it('has at most 300 thumbnails, and one for the shortest video', () => {
  const long = layOutStoryboard({ seconds: 3 * 3600, width: 1080, height: 1920 })
  expect(long).toMatchObject({
    secondsPerPicture: 36,
    count: 300,
    rows: 30,
    width: 90,
    height: 160,
  })
  const short = layOutStoryboard({ seconds: 0.04, width: 640, height: 360 })
  expect(short).toMatchObject({ count: 1, columns: 1, rows: 1 })
})

it('formats WebVTT times', () => {
  expect(formatVttTime(3723.4567)).toBe('01:02:03.457')
  expect(formatVttTime(59.9996)).toBe('00:01:00.000')
})
