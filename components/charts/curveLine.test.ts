import { expect, test } from 'vitest'
import { lineWords, openLine } from './curveLine.ts'
import { toRunLengths } from './runLengths.ts'

const line = { name: 'plays', one: 'play', many: 'plays', lengths: toRunLengths([1, 3, 0]) }

test('a count is said as it is; compared, with its share of all plays', () => {
  expect(lineWords(openLine(line), 0)).toBe('1 play')
  const compared = openLine({ ...line, before: 'the day before: ', of: 4 })
  expect(lineWords(compared, 1)).toBe('the day before: 3 plays (75\u2009%)')
  expect(compared.heightOf(3)).toBe(75)
})

test('beyond its end, and where nothing was played at all, a line is at nothing', () => {
  expect(lineWords(openLine({ ...line, of: 0 }), 99)).toBe('0 plays (0\u2009%)')
})
