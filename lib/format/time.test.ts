import { expect, test } from 'vitest'
import { formatFrameTime, formatTime } from './time.ts'

test.each([
  [0, 0, '0:00'],
  [59.999, 0, '0:59'],
  [59.999, 1, '0:59.9'],
  [72.4, 1, '1:12.4'],
  [104.0667, 2, '1:44.06'],
  [3_723, 0, '1:02:03'],
  [-1, 0, '0:00'],
])('%d s with %d decimals is %s', (seconds, decimals, text) => {
  expect(formatTime(seconds, decimals)).toBe(text)
})

test('a frame of an uneven rate', () => {
  expect(formatFrameTime(30_000, { num: 30_000, den: 1_001 }, 1)).toBe('16:41.0')
})

test('a frame that starts on a tenth reads as that tenth', () => {
  for (let frame = 0; frame < 36_000; frame += 3)
    expect(formatFrameTime(frame, { num: 30, den: 1 }, 1).at(-1)).toBe(String((frame / 3) % 10))
})
