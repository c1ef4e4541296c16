import { expect, test } from 'vitest'
import { frameParam, peakOf, periodParam } from './params.ts'

test.each([
  ['0', 0],
  ['3599', 3_599],
  ['3600', null],
  ['-1', null],
  ['1.5', null],
  ['1e3', null],
  ['', null],
  [undefined, null],
  [['1', '2'], null],
])('frame %j of 3,600 is %j', (param, frame) => expect(frameParam(param, 3_600)).toBe(frame))

test.each([
  ['all', 'all', 'all'],
  ['2026-03-01', '2026-03-01', { from: '2026-03-01', to: '2026-03-01' }],
  ['2026-03-01..2026-03-07', '2026-03-01..2026-03-07', { from: '2026-03-01', to: '2026-03-07' }],
  ['2026-02-30', 'all', 'all'],
  ['"><script>', 'all', 'all'],
  [undefined, 'all', 'all'],
  [['2026-03-01', 'all'], 'all', 'all'],
])('period %j is %j', (param, text, period) => expect(periodParam(param)).toEqual({ text, period }))

test('the peak is the first of the highest', () => {
  expect(peakOf([1, 5, 2, 5])).toBe(1)
  expect(peakOf([])).toBe(0)
})
