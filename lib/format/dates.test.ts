import { expect, test } from 'vitest'
import { formatAgo } from './dates.ts'

const now = new Date('2026-03-20T12:00:00Z')

test.each([
  ['2026-03-20T11:59:01Z', 'just now'],
  ['2026-03-20T12:00:30Z', 'just now'],
  ['2026-03-20T11:57:00Z', '3 min ago'],
  ['2026-03-20T10:00:00Z', '2 h ago'],
  ['2026-03-19T10:00:00Z', '1 day ago'],
  ['2026-03-15T10:00:00Z', '5 days ago'],
  ['2026-03-01T10:00:00Z', '1 Mar 2026'],
])('%s is %s', (at, words) => expect(formatAgo(new Date(at), now)).toBe(words))
