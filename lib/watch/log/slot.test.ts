import { expect, it } from 'vitest'
import { dayName } from '#lib/utcDay.ts'
import { dayNumber, lastSlotOfDay, slotEnd, slotOf, slotStart } from './slot.ts'

it('puts every time into the slot that contains it', () => {
  const at = Date.UTC(2031, 4, 17, 23, 59, 59, 999)
  const slot = slotOf(at)
  expect(slotStart(slot)).toBeLessThanOrEqual(at)
  expect(slotEnd(slot)).toBe(at + 1)
  expect(slotOf(at + 1)).toBe(slot + 1)
})

it('changes the day at midnight UTC and nowhere else', () => {
  const last = slotOf(Date.UTC(2031, 4, 17, 23, 59, 59))
  expect(dayName(dayNumber(last))).toBe('2031-05-17')
  expect(dayName(dayNumber(last + 1))).toBe('2031-05-18')
  expect(lastSlotOfDay(last - 4000)).toBe(last)
  expect(lastSlotOfDay(last)).toBe(last)
})
