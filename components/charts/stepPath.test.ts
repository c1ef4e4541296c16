import { expect, test } from 'vitest'
import { stepArea, stepPath } from './stepPath.ts'

const x = (frame: number) => frame * 10
const y = (count: number) => 100 - count

test('goes level to the next bin, then up or down', () => {
  expect(stepPath({ edges: [0, 1, 2, 3], values: [5, 9, 5] }, x, y)).toBe('M0,95H10V91H20V95H30')
})

test('bins of one height are one stroke', () => {
  expect(stepPath({ edges: [0, 1, 2, 3], values: [5, 5, 6] }, x, y)).toBe('M0,95H20V94H30')
})

test('the area comes back along zero', () => {
  expect(stepArea({ edges: [0, 1], values: [5] }, x, y)).toBe('M0,95H10V100H0Z')
})

test('nothing draws nothing', () => {
  expect(stepPath({ edges: [0], values: [] }, x, y)).toBe('')
  expect(stepArea({ edges: [0], values: [] }, x, y)).toBe('')
})
