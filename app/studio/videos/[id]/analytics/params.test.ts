import { expect, test } from 'vitest'
import { frameParam, periodParam, viewParam } from './params.ts'

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
])('period %j is %j', (param, text, period) =>
  expect(periodParam({ period: param })).toEqual({ text, period }),
)

test('two days of a form are a period, one is a day', () => {
  const week = { from: '2026-03-01', to: '2026-03-07' }
  expect(periodParam(week)).toEqual({ text: '2026-03-01..2026-03-07', period: week })
  const day = { from: '2026-03-01', to: '2026-03-01' }
  expect(periodParam({ from: '2026-03-01', to: '' }).period).toEqual(day)
})

test('a view is inside the video; a malformed one is the whole video', () => {
  expect(viewParam('120-240', 3_600)).toEqual({ from: 120, to: 240 })
  expect(viewParam('3590-9999', 3_600).to).toBe(3_600)
  for (const none of ['240-120', 'a-b', '', undefined, ['1-20']])
    expect(viewParam(none, 3_600)).toEqual({ from: 0, to: 3_600 })
})
