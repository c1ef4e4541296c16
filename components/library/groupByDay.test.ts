import { expect, test } from 'vitest'
import { groupByDay } from './groupByDay.ts'

test('groups times into UTC days', () => {
  const now = new Date('2026-03-20T00:30:00Z')
  const times = [
    '2026-03-20T00:31:00Z',
    '2026-03-20T00:10:00Z',
    '2026-03-19T23:59:00Z',
    '2026-03-18T23:59:00Z',
    '2026-03-18T01:00:00Z',
  ]
  const days = groupByDay(times, (time) => new Date(time), now)
  expect(days.map(({ day, items }) => [day, items.length])).toEqual([
    ['Today', 2],
    ['Yesterday', 1],
    ['18 Mar 2026', 2],
  ])
  expect(groupByDay([], () => now, now)).toEqual([])
})
