import { expect, test } from 'vitest'
import { axisTicks } from './axisTicks.ts'

const fps = { num: 30, den: 1 }

test('the whole video begins at 0 and ends with its end', () => {
  const ticks = axisTicks({ from: 0, to: 3_600 }, 3_600, fps)
  expect(ticks.map(({ label }) => label)).toEqual([
    '0:00',
    '0:15',
    '0:30',
    '0:45',
    '1:00',
    '1:15',
    '1:30',
    '1:45',
    '2:00',
  ])
})

test('zoomed in, times have as many decimals as their steps need', () => {
  const labels = axisTicks({ from: 300, to: 390 }, 3_600, fps).map(({ label }) => label)
  expect(labels.slice(0, 3)).toEqual(['0:10.0', '0:10.5', '0:11.0'])
})

test('a column is named by its number, in its middle', () => {
  const ticks = axisTicks({ from: 300, to: 320 }, 3_600, fps)
  expect(ticks[0]).toEqual({ key: 300, share: 0.025, label: '0:10.00', frame: 300 })
})
