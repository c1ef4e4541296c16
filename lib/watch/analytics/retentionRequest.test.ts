import { expect, it } from 'vitest'
import { parseRetentionRequest } from './retentionRequest.ts'

const parse = (query: string) => parseRetentionRequest(new URLSearchParams(query))

it('reads what the contract names, and means all time as JSON by default', () => {
  expect(parse('')).toEqual({ ok: true, period: 'all', format: 'json' })
  expect(parse('period=2031-01-01..2031-01-07&points=400&format=csv')).toEqual({
    ok: true,
    period: { from: '2031-01-01', to: '2031-01-07' },
    points: 400,
    format: 'csv',
  })
})

it.each([
  ['period=', 'bad-period'],
  ['period=yesterday', 'bad-period'],
  ['points=0', 'bad-points'],
  ['points=-4', 'bad-points'],
  ['points=1.5', 'bad-points'],
  ['points=', 'bad-points'],
  ['points=9999999', 'bad-points'],
  ['format=xml', 'bad-format'],
])('refuses %s', (query, reason) => {
  expect(parse(query)).toEqual({ ok: false, reason })
})
