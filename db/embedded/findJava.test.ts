import { expect, it } from 'vitest'
import { parseJavaVersion } from './findJava.ts'

it.each([
  ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17],
  ['openjdk version "25" 2025-09-16', 25],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "11.0.22" 2024-01-16', 11],
  ['command not found', 0],
])('%j is %i', (text, version) => {
  expect(parseJavaVersion(text)).toBe(version)
})
