import { expect, it } from 'vitest'
import { chooseFrameRate } from './frameRate.ts'

it.each([
  ['30/1', '30/1', 30, 1],
  ['25/1', '25/1', 25, 1],
  ['30000/1001', '30000/1001', 30_000, 1001],
  // Rounded by the container's time base.
  ['30000/1001', '2997/100', 30_000, 1001],
  ['24000/1001', '23976/1000', 24_000, 1001],
  ['60/1', '60/1', 60, 1],
  // Constant but not a standard rate.
  ['15/1', '15/1', 15, 1],
  ['25/2', '25/2', 25, 2],
  // Phones: the declared rate is the highest one.
  ['120/1', '147390/4937', 30_000, 1001],
  ['90000/1', '30/1', 30, 1],
  ['30/1', '1350/47', 30_000, 1001],
  // Slow motion.
  ['240/1', '240/1', 60, 1],
  ['120/1', '120/1', 60, 1],
  ['120000/1001', '120000/1001', 60_000, 1001],
  ['75/1', '75/1', 75, 2],
  // Only one is known.
  ['0/0', '25/1', 25, 1],
  ['25/1', '0/0', 25, 1],
])('declared %s, average %s', (declared, average, num, den) => {
  expect(chooseFrameRate(declared, average)).toEqual({ num, den })
})

it.each([
  ['0/0', '0/0'],
  ['', ''],
  ['1/10', '1/10'],
])('declared %s, average %s: no rate', (declared, average) => {
  expect(chooseFrameRate(declared, average)).toBeNull()
})
