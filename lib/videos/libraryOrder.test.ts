import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Move, planMove, sortByPlace } from './libraryOrder.ts'

const START = 1_700_000_000_000
const listingOf = (ids: string) =>
  [...ids].map((videoId, i) => ({ videoId, addedAt: new Date(START - i * 1000), place: null }))
const idsOf = (order: { videoId: string }[]) => order.map(({ videoId }) => videoId).join('')

/** The rows after a move, as the table would have them. */
function move(
  listing: ReturnType<typeof sortByPlace>,
  videoId: string,
  where: Move,
  now = START + 1,
) {
  const written = planMove(listing, videoId, where, now)
  const places = new Map(written.map((entry) => [entry.videoId, entry]))
  return {
    listing: sortByPlace(listing.map((entry) => places.get(entry.videoId) ?? entry)),
    written,
  }
}

it('has the newest first until one is moved', () => {
  expect(idsOf(sortByPlace(listingOf('abc').toReversed()))).toBe('abc')
})

it('moves one by writing one place', () => {
  const listing = sortByPlace(listingOf('abcd'))
  for (const [id, where, order] of [
    ['c', 'up', 'acbd'],
    ['a', 'down', 'bacd'],
    ['d', 'top', 'dabc'],
    ['c', 'down', 'abdc'],
  ] as const) {
    const { listing: after, written } = move(listing, id, where)
    expect(idsOf(after)).toBe(order)
    expect(written.map((entry) => entry.videoId)).toEqual([id])
  }
  for (const [id, where] of [
    ['a', 'up'],
    ['a', 'top'],
    ['d', 'down'],
    ['x', 'up'],
  ] as const)
    expect(planMove(listing, id, where, START)).toEqual([])
})

it('puts what is added later above what was moved to the top', () => {
  const { listing } = move(sortByPlace(listingOf('abc')), 'c', 'top', START + 5000)
  const added = { videoId: 'n', addedAt: new Date(START + 6000), place: null }
  expect(idsOf(sortByPlace([...listing, added]))).toBe('ncab')
})

it('keeps both moves of two owners who saw the same list', () => {
  const listing = sortByPlace(listingOf('abcd'))
  const [one] = planMove(listing, 'b', 'up', START + 1)
  const [other] = planMove(listing, 'd', 'up', START + 1)
  const both = listing.map(
    (entry) => [one, other].find((m) => m?.videoId === entry.videoId) ?? entry,
  )
  expect(idsOf(sortByPlace(both))).toBe('badc')
})

it('is a list with one entry moved, whatever was moved before', () => {
  const ids = 'abcde'
  const moves = fc.array(
    fc.tuple(fc.constantFrom(...ids), fc.constantFrom<Move>('up', 'down', 'top')),
    { maxLength: 200 },
  )
  // Videos of one upload may be added in the same millisecond.
  const shelves = fc.constantFrom(
    listingOf(ids),
    [...ids].map((videoId) => ({ videoId, addedAt: new Date(START), place: null })),
  )
  fc.assert(
    fc.property(shelves, moves, (start, all) => {
      let listing = sortByPlace(start)
      let expected = idsOf(listing)
      for (const [id, where] of all) {
        const from = expected.indexOf(id)
        const to = where === 'top' ? 0 : Math.max(0, from + (where === 'up' ? -1 : 1))
        const rest = expected.replace(id, '')
        expected = rest.slice(0, to) + id + rest.slice(to)
        listing = move(listing, id, where).listing
        expect(idsOf(listing)).toBe(expected)
      }
    }),
  )
})
