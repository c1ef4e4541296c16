import { expect, test } from 'vitest'
import { moveField, moveValue } from './moveField.ts'

const id = '0b6bd1a6-4a3a-4b4e-9d7c-3f3d8f0a5c11'
const field = moveField(['up', 'down'])

test('a button’s value carries the move and the video', () => {
  expect(field.parse(moveValue('up', id))).toEqual(['up', id])
})

test('anything else is refused', () => {
  for (const value of [moveValue('out', id), `up ${id} down`, `up ${id.slice(1)}`, 'up', '', 7])
    expect(field.safeParse(value).success, String(value)).toBe(false)
})
