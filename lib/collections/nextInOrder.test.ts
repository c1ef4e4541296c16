import { expect, test } from 'vitest'
import { nextInOrder, sliceAround } from './nextInOrder.ts'

const order = 'abcdefgh'.split('').map((id) => ({ video: { id } }))
const partOf = (id: string, most: number) => {
  const { from, part } = sliceAround(order, id, most)
  return [from, part.map(({ video }) => video.id).join('')]
}

test('returns the next video, and null after the last', () => {
  expect(nextInOrder(order, 'a')).toEqual({ video: { id: 'b' } })
  expect(nextInOrder(order, 'g')).toEqual({ video: { id: 'h' } })
  expect(nextInOrder(order, 'h')).toBeNull()
  expect(nextInOrder(order, 'elsewhere')).toBeNull()
  expect(nextInOrder([], 'a')).toBeNull()
})

test('slices a long order around the video, at most to the given length', () => {
  expect(partOf('a', 4)).toEqual([0, 'abcd'])
  expect(partOf('b', 4)).toEqual([0, 'abcd'])
  expect(partOf('d', 4)).toEqual([1, 'bcde'])
  expect(partOf('h', 4)).toEqual([4, 'efgh'])
  expect(partOf('elsewhere', 4)).toEqual([0, 'abcd'])
})

test('returns a short order whole', () => {
  expect(partOf('h', 8)).toEqual([0, 'abcdefgh'])
  expect(partOf('a', 50)).toEqual([0, 'abcdefgh'])
})
