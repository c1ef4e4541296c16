import { expect, test } from 'vitest'
import { escapeControlChars } from './escapeControlChars.ts'

test.each([
  ['Firefox on Linux', 'Firefox on Linux'],
  ['x\r\nSet-Cookie: a=b', 'x\\u000d\\u000aSet-Cookie: a=b'],
  ['a\u2028b\u202ec', 'a\\u2028b\\u202ec'],
  ['\x1b[31mred', '\\u001b[31mred'],
])('%j is one line', (given, written) => {
  expect(escapeControlChars(given)).toBe(written)
})

test('no more than 100 characters are kept', () => {
  expect(escapeControlChars('x'.repeat(5000))).toHaveLength(100)
})
