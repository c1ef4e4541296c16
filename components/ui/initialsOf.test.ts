import { expect, test } from 'vitest'
import { initialsOf } from './initialsOf.ts'

test.each([
  ['Ada Morgan', 'AM'],
  ['ada', 'A'],
  ['  Ada  de la  Cruz ', 'AC'],
  ['𝒜da', '𝒜'],
  ['', '?'],
  ['   ', '?'],
])('%j is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
