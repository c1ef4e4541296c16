import { expect, test } from 'vitest'
import { csvLine } from './csvLine.ts'

test.each([
  '=1+1',
  '+49 30 1',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\uff1d1+1',
  '=HYPERLINK("http://x","y")',
])('no spreadsheet evaluates %j as a formula', (name) => {
  const [first, second] = csvLine([name])
  expect(first === '"' ? second : first).toBe("'")
})

test('numbers stay numbers, and null is an empty cell', () => {
  expect(csvLine([-3, 0.5, null, 'Ada'])).toBe('-3,0.5,,Ada\r\n')
})

test('commas, quotes and line breaks stay in their cell', () => {
  expect(csvLine(['a, b', 'say "no"', 'two\nlines'])).toBe('"a, b","say ""no""","two\nlines"\r\n')
})
