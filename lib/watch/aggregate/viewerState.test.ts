import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runsOf } from './runs.ts'
import { addSeq, type SeqRanges } from './seqRanges.ts'
import { decodeViewerRow, encodeViewerRow, isLater, type ViewerState } from './viewerState.ts'

const runs = fc
  .array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 90 })), { maxLength: 8 })
  .map((parts) => runsOf(parts.map(([start, length]) => ({ start, end: start + length }))))
const playback = fc.record({
  lastSlot: fc.nat(2 ** 31 - 1),
  usedCredit: fc.nat(2 ** 45),
  lastCountedDay: fc.option(fc.nat(40_000)),
  seqs: fc
    .array(fc.nat(50), { maxLength: 9 })
    .map((seqs) => seqs.reduce<SeqRanges>((ranges, seq) => addSeq(ranges, seq), [])),
})
const stamp = fc.record({ at: fc.nat(2 ** 41), playbackId: fc.uuid(), seq: fc.nat(8191) })
const state: fc.Arbitrary<ViewerState> = fc.record({
  runs,
  day: fc.constant('2031-05-17'),
  dayRuns: runs,
  playbacks: fc.array(fc.tuple(fc.uuid(), playback), { maxLength: 5 }).map((all) => new Map(all)),
  position: fc.nat(5000),
  last: stamp,
  plays: fc.nat(9),
  covered: fc.nat(5000),
  completedAt: fc.option(fc.nat(2 ** 41)),
})

it('is the same after it was encoded as a row', () => {
  fc.assert(
    fc.property(fc.uuid(), state, (viewerId, viewer) => {
      expect(decodeViewerRow(encodeViewerRow(viewerId, viewer))).toEqual(viewer)
    }),
  )
})

it('orders any two beacons consistently', () => {
  fc.assert(
    fc.property(stamp, stamp, (a, b) => {
      expect(isLater(a, a)).toBe(false)
      expect(isLater(a, b)).not.toBe(isLater(b, a))
    }),
  )
})
