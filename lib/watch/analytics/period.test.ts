import { expect, it } from 'vitest'
import { dayAt, daysBefore, daysOf, lastDays, parsePeriod } from './period.ts'

it('reads all, a day, and days', () => {
  expect(parsePeriod('all')).toBe('all')
  expect(parsePeriod('2028-02-29')).toEqual({ from: '2028-02-29', to: '2028-02-29' })
  expect(parsePeriod('2031-12-30..2032-01-02')).toEqual({ from: '2031-12-30', to: '2032-01-02' })
})

it.each([
  '',
  'today',
  'ALL',
  '2031-2-3',
  '2031-02-30',
  '2031-13-01',
  '2031-01-02..2031-01-01',
  '2031-01-01..',
  '..2031-01-01',
  '2031-01-01..2031-01-02..2031-01-03',
  '2031-01-01..2032-01-02',
  '2031-01-01T00:00:00Z',
])('refuses %j', (text) => {
  expect(parsePeriod(text)).toBeNull()
})

it('counts the days across a leap day and a year', () => {
  expect(daysOf({ from: '2028-02-28', to: '2028-03-01' })).toEqual([
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
  ])
  expect(daysOf({ from: '2031-12-31', to: '2032-01-01' })).toHaveLength(2)
  expect(dayAt(Date.UTC(2031, 0, 1, 23, 59, 59))).toBe('2031-01-01')
})

it('names the last days and those before any days', () => {
  expect(lastDays(7, new Date('2032-01-03T05:00:00Z'))).toBe('2031-12-28..2032-01-03')
  expect(daysBefore({ from: '2032-01-01', to: '2032-01-07' })).toBe('2031-12-25..2031-12-31')
  expect(daysBefore({ from: '2032-01-01', to: '2032-01-01' })).toBe('2031-12-31')
})
