import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Move, planMove, sortByPlace } from './libraryOrder.ts'

const START = 1_700_000_000_000
const shelfOf = (ids: string) =>
  [...ids].map((videoId, i) => ({ videoId, addedAt: new Date(START - i * 1000), place: null }))
const idsOf = (order: { videoId: string }[]) => order.map(({ videoId }) => videoId).join('')

/** The rows after a move, as the table would have them. */
function move(
  shelf: ReturnType<typeof sortByPlace>,
  videoId: string,
  where: Move,
  now = START + 1,
) {
  const written = planMove(shelf, videoId, where, now)
  const places = new Map(written.map((entry) => [entry.videoId, entry]))
  return { shelf: sortByPlace(shelf.map((entry) => places.get(entry.videoId) ?? entry)), written }
}

it('has the newest first until one is moved', () => {
  expect(idsOf(sortByPlace(shelfOf('abc').toReversed()))).toBe('abc')
})

it('moves one by writing one place', () => {
  const shelf = sortByPlace(shelfOf('abcd'))
  for (const [id, where, order] of [
    ['c', 'up', 'acbd'],
    ['a', 'down', 'bacd'],
    ['d', 'top', 'dabc'],
    ['c', 'down', 'abdc'],
  ] as const) {
    const { shelf: after, written } = move(shelf, id, where)
    expect(idsOf(after)).toBe(order)
    expect(written.map((entry) => entry.videoId)).toEqual([id])
  }
  for (const [id, where] of [
    ['a', 'up'],
    ['a', 'top'],
    ['d', 'down'],
    ['x', 'up'],
  ] as const)
    expect(planMove(shelf, id, where, START)).toEqual([])
})

it('puts what is added later above what was moved to the top', () => {
  const { shelf } = move(sortByPlace(shelfOf('abc')), 'c', 'top', START + 5000)
  const added = { videoId: 'n', addedAt: new Date(START + 6000), place: null }
  expect(idsOf(sortByPlace([...shelf, added]))).toBe('ncab')
})

it('keeps both moves of two owners who saw the same list', () => {
  const shelf = sortByPlace(shelfOf('abcd'))
  const [one] = planMove(shelf, 'b', 'up', START + 1)
  const [other] = planMove(shelf, 'd', 'up', START + 1)
  const both = shelf.map((entry) => [one, other].find((m) => m?.videoId === entry.videoId) ?? entry)
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
    shelfOf(ids),
    [...ids].map((videoId) => ({ videoId, addedAt: new Date(START), place: null })),
  )
  fc.assert(
    fc.property(shelves, moves, (start, all) => {
      let shelf = sortByPlace(start)
      let expected = idsOf(shelf)
      for (const [id, where] of all) {
        const from = expected.indexOf(id)
        const to = where === 'top' ? 0 : Math.max(0, from + (where === 'up' ? -1 : 1))
        const rest = expected.replace(id, '')
        expected = rest.slice(0, to) + id + rest.slice(to)
        shelf = move(shelf, id, where).shelf
        expect(idsOf(shelf)).toBe(expected)
      }
    }),
  )
})
