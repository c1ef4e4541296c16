import { expect, test } from 'vitest'
import { decodeLine, describeCount } from './chartLine.ts'
import { encodeRunLengths } from './runLengths.ts'

const runLengths = encodeRunLengths(Float64Array.of(1, 3, 0))
const line = { name: 'plays', one: 'play', many: 'plays', runLengths }

test('a count is given as it is; compared, with its share of all plays', () => {
  expect(describeCount(decodeLine(line), 0)).toBe('1 play')
  const compared = decodeLine({ ...line, prefix: 'the day before: ', total: 4 })
  expect(describeCount(compared, 1)).toBe('the day before: 3 plays (75\u2009%)')
  expect(compared.heightOf(3)).toBe(75)
})

test('after its end, and where nothing was played at all, a line is at 0', () => {
  expect(describeCount(decodeLine({ ...line, total: 0 }), 99)).toBe('0 plays (0\u2009%)')
})
