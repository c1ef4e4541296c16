import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addChunk, CHUNK_FRAMES, encodeChunk } from './curveChunk.ts'

const pieces = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 600 }), fc.oneof(fc.nat(3), fc.nat(2 ** 40))),
  { maxLength: 20 },
)

function decode(blob: Buffer | null): number[] {
  const counts = new Float64Array(CHUNK_FRAMES)
  addChunk(blob, counts)
  return [...counts]
}

function countsOf(parts: [number, number][]): number[] {
  const counts = parts.flatMap(([length, count]) => new Array<number>(length).fill(count))
  return [...counts, ...new Array<number>(CHUNK_FRAMES).fill(0)].slice(0, CHUNK_FRAMES)
}

it('decodes every count of a chunk', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const counts = countsOf(parts)
      expect(decode(encodeChunk(counts))).toEqual(counts)
    }),
  )
})

it('adds counts at the offset and ignores those past the end', () => {
  fc.assert(
    fc.property(pieces, fc.nat(50), (parts, offset) => {
      const counts = countsOf(parts)
      const into = new Float64Array(1000).fill(1)
      addChunk(encodeChunk(counts), into, offset)
      const expected = Array.from(into, (_, i) => 1 + (i < offset ? 0 : (counts[i - offset] ?? 0)))
      expect([...into]).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

it('is a few bytes where many frames have the same count', () => {
  expect(encodeChunk(new Array<number>(CHUNK_FRAMES).fill(900)).length).toBeLessThan(8)
  expect(encodeChunk(new Array<number>(CHUNK_FRAMES).fill(0)).length).toBe(1)
})

it('reads a missing chunk as zeros', () => {
  expect(decode(null).every((count) => count === 0)).toBe(true)
})
