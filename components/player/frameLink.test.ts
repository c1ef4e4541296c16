import { expect, test } from 'vitest'
import { frameLink, requestedFrame } from './frameLink.ts'

test('a link leads to a frame of the video only', () => {
  expect(requestedFrame('0', 100)).toBe(0)
  expect(requestedFrame('99', 100)).toBe(99)
  expect(frameLink('a', 99)).toBe('/videos/a?f=99')
  for (const odd of [
    '100',
    '-1',
    '1.5',
    '',
    ' 7',
    '7 ',
    '1e1',
    '0x1',
    '9'.repeat(12),
    undefined,
    ['7'],
  ])
    expect(requestedFrame(odd, 100), String(odd)).toBeUndefined()
})
