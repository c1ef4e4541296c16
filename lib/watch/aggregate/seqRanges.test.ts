import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ByteReader, ByteWriter } from '#lib/byteCodec.ts'
import { MAX_BEACONS_PER_PLAYBACK } from '#lib/watch/protocol/limits.ts'
import { addSeq, hasSeq, readSeqRanges, type SeqRanges, writeSeqRanges } from './seqRanges.ts'

const rangesOf = (seqs: number[]) => seqs.reduce<SeqRanges>(addSeq, [])

function roundTrip(ranges: SeqRanges) {
  const writer = new ByteWriter()
  writeSeqRanges(writer, ranges)
  const blob = writer.varint(7).finish()
  const reader = new ByteReader(blob)
  const read = readSeqRanges(reader)
  expect(reader.varint()).toBe(7)
  return { read, bytes: blob.length }
}

it('holds the same numbers as a set, in the fewest ranges', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40)), (seqs) => {
      const ranges = rangesOf(seqs)
      const set = new Set(seqs)
      for (let seq = 0; seq <= 41; seq++) expect(hasSeq(ranges, seq)).toBe(set.has(seq))
      ranges.forEach(([from, to], i) => {
        expect(to).toBeGreaterThan(from)
        const before = ranges[i - 1]
        if (before) expect(from).toBeGreaterThan(before[1])
      })
    }),
  )
})

it('decodes the ranges it encoded', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(MAX_BEACONS_PER_PLAYBACK - 1), { maxLength: 600 }), (seqs) => {
      const ranges = rangesOf(seqs)
      expect(roundTrip(ranges).read).toEqual(ranges)
    }),
    { numRuns: 40 },
  )
})

it('takes one kilobyte at most, even when every second beacon is missing', () => {
  const ranges: SeqRanges = Array.from({ length: MAX_BEACONS_PER_PLAYBACK / 2 }, (_, i) => [
    2 * i,
    2 * i + 1,
  ])
  const { read, bytes } = roundTrip(ranges)
  expect(read).toEqual(ranges)
  expect(bytes).toBeLessThan(1100)
})
