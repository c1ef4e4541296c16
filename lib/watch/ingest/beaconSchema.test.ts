import { expect, it } from 'vitest'
import { parseWatchBody } from './beaconSchema.ts'

const good = { seq: 0, position: 300, ended: false, segments: [[0, 300, 1, 1]] }
const body = (over: object) => JSON.stringify({ token: 't', age: 0, beacons: [good], ...over })
const withBeacon = (over: object) => body({ beacons: [{ ...good, ...over }] })
const withSegment = (...segment: unknown[]) => withBeacon({ segments: [segment] })

it('reads the shape of the contract', () => {
  expect(parseWatchBody(body({}))).toEqual({
    ok: true,
    body: {
      token: 't',
      age: 0,
      beacons: [{ ...good, segments: [{ start: 0, end: 300, rate: 1, visible: true }] }],
    },
  })
  expect(parseWatchBody(body({ age: undefined }))).toMatchObject({ ok: true, body: { age: 0 } })
  expect(parseWatchBody(withBeacon({ segments: [] }))).toMatchObject({ ok: true })
})

it.each([
  ['no JSON', '{"token"', 'not-json'],
  ['nothing', '', 'not-json'],
  ['an array', '[]', 'bad-shape: body'],
  ['null', 'null', 'bad-shape: body'],
  ['no token', body({ token: undefined }), 'bad-shape: token'],
  ['a numeric token', body({ token: 7 }), 'bad-shape: token'],
  ['an endless token', body({ token: 'x'.repeat(513) }), 'bad-shape: token'],
  ['a negative age', body({ age: -1 }), 'bad-shape: age'],
  ['a fractional age', body({ age: 1.5 }), 'bad-shape: age'],
  ['a null age', body({ age: null }), 'bad-shape: age'],
  ['no beacons', body({ beacons: [] }), 'bad-shape: beacons'],
  ['21 beacons', body({ beacons: Array(21).fill(good) }), 'bad-shape: beacons'],
  ['a member more', body({ extra: 1 }), 'bad-shape: body'],
  ['a negative seq', withBeacon({ seq: -1 }), 'bad-shape: beacons.0.seq'],
  ['a fractional position', withBeacon({ position: 0.5 }), 'bad-shape: beacons.0.position'],
  [
    'a position past all numbers',
    withBeacon({ position: 2 ** 60 }),
    'bad-shape: beacons.0.position',
  ],
  ['ended as a number', withBeacon({ ended: 1 }), 'bad-shape: beacons.0.ended'],
  ['a member more in a beacon', withBeacon({ viewer: 'x' }), 'bad-shape: beacons.0'],
  [
    '101 segments',
    withBeacon({ segments: Array(101).fill([0, 1, 1, 1]) }),
    'bad-shape: beacons.0.segments',
  ],
  ['a segment of three', withSegment(0, 1, 1), 'bad-shape: beacons.0.segments.0'],
  ['a segment of five', withSegment(0, 1, 1, 1, 1), 'bad-shape: beacons.0.segments.0'],
  ['a negative start', withSegment(-1, 1, 1, 1), 'bad-shape: beacons.0.segments.0.0'],
  ['a fractional end', withSegment(0, 1.5, 1, 1), 'bad-shape: beacons.0.segments.0.1'],
  ['an end that is text', withSegment(0, '1', 1, 1), 'bad-shape: beacons.0.segments.0.1'],
  ['a rate too slow', withSegment(0, 1, 0.2, 1), 'bad-shape: beacons.0.segments.0.2'],
  ['a rate too fast', withSegment(0, 1, 4.1, 1), 'bad-shape: beacons.0.segments.0.2'],
  ['visible as a boolean', withSegment(0, 1, 1, true), 'bad-shape: beacons.0.segments.0.3'],
  ['an empty segment', withSegment(5, 5, 1, 1), 'bad-shape: beacons.0.segments.0'],
  ['a segment backwards', withSegment(6, 5, 1, 1), 'bad-shape: beacons.0.segments.0'],
])('refuses %s', (_, text, reason) => {
  expect(parseWatchBody(text)).toEqual({ ok: false, reason })
})
