import { expect, test } from 'vitest'
import {
  detectFrameRate,
  formatLength,
  formatRate,
  parseLength,
  parseRate,
} from './lengthAndRate.ts'

test.each([
  ['2:00', 120],
  ['1:02:03.5', 3723.5],
  ['119,967', 119.967],
  ['0:00:01', 1],
  ['0', null],
  ['1:75', null],
  ['25:00:00', null],
  ['soon', null],
  ['', null],
  ['-5', null],
])('a length of %s', (text, seconds) => {
  expect(parseLength(text)).toBe(seconds)
})

test.each([0.5, 59.967, 60, 119.9667, 3600, 3661.25, 36_000, 86_399.999])(
  '%d is parsed as it was formatted',
  (seconds) => {
    expect(parseLength(formatLength(seconds))).toBeCloseTo(seconds, 3)
  },
)

test.each([
  ['25', { num: 25, den: 1 }],
  ['29.97', { num: 30_000, den: 1001 }],
  ['23,976', { num: 24_000, den: 1001 }],
  ['30000/1001', { num: 30_000, den: 1001 }],
  ['0', null],
  ['1/0', null],
  ['500', null],
  ['fast', null],
])('%s frames per second', (text, rate) => {
  expect(parseRate(text)).toEqual(rate)
  if (rate) expect(parseRate(formatRate(rate))).toEqual(rate)
})

const rates = ['24', '25', '30', '50', '60', '23.976', '29.97', '59.94']

test.each(rates)('detects %s from frame times, some of them missing', (text) => {
  const { num, den } = parseRate(text) ?? { num: 0, den: 1 }
  const times = Array.from({ length: 90 }, (_, frame) => (frame * den) / num)
  const seen = times.filter((_, frame) => frame % 7 !== 3 && frame % 11 !== 5)
  expect(detectFrameRate(seen.map((time) => Math.round(time * 1e6) / 1e6))).toEqual({ num, den })
})

test('detects no rate from a few frames, or from irregular ones', () => {
  expect(detectFrameRate([0, 0.04, 0.08])).toBeNull()
  expect(detectFrameRate(Array.from({ length: 60 }, (_, n) => n * 0.0777))).toBeNull()
})
