import { expect, test } from 'vitest'
import { momentAsked, momentLink } from './momentLink.ts'

test('only a frame of the video is where a link may lead', () => {
  expect(momentAsked('0', 100)).toBe(0)
  expect(momentAsked('99', 100)).toBe(99)
  expect(momentLink('a', 99)).toBe('/videos/a?f=99')
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
    expect(momentAsked(odd, 100), String(odd)).toBeUndefined()
})
