import { expect, it } from 'vitest'
import { formatBytes, formatTimeLeft, refusalMessage } from './uploadText.ts'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.00 kB'],
  [830_400, '830 kB'],
  [12_400_000, '12.4 MB'],
  [1_250_000_000, '1.25 GB'],
  [20 * 1024 ** 3, '21.5 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})

it.each([
  [0.2, '1 s left'],
  [59.4, '59 s left'],
  [61, '1 min left'],
  [3599, '1 h 0 min left'],
  [4800, '1 h 20 min left'],
])('%d seconds: %s', (seconds, words) => {
  expect(formatTimeLeft(seconds)).toBe(words)
})

it('explains why a file is refused', () => {
  expect(refusalMessage('{"reason":"disk-full"}')).toMatch(/disk space/)
  expect(refusalMessage(undefined)).toMatch(/connection/)
})
