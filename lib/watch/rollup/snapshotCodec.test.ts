import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeSnapshot, encodeSnapshot } from './snapshotCodec.ts'

const ids = fc.constantFrom(
  'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  '00000000-0000-4000-8000-000000000001',
  '7d444840-9dc0-11d1-b245-5ffdce74fad2',
)
const row = fc.record({
  slot: fc.nat(2 ** 31 - 1),
  videoId: ids,
  viewerId: ids,
  playbackId: ids,
  seq: fc.nat(8191),
  at: fc.nat(2 ** 41),
  position: fc.nat(5_000_000),
  ended: fc.boolean(),
  segments: fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
})

it('decodes the rows of a sealed range in their order', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 50 }), (rows) => {
      expect(decodeSnapshot(encodeSnapshot(rows))).toEqual(rows)
    }),
  )
})

it('splits a large range into parts that can each be one write', () => {
  const [one] = fc.sample(row, 1)
  if (!one) throw new Error('no sample')
  const rows = Array.from({ length: 3000 }, (_, seq) => ({
    ...one,
    seq,
    segments: Buffer.alloc(500),
  }))
  const parts = encodeSnapshot(rows)
  expect(parts.length).toBeGreaterThan(3)
  for (const part of parts) expect(part.length).toBeLessThan(300_000)
  expect(decodeSnapshot(parts)).toEqual(rows)
})
