import { expect, test } from 'vitest'
import { bodyProblem } from './bodyProblem.ts'

test.each([
  [{}, undefined],
  [{ 'content-length': '0' }, undefined],
  [{ 'content-length': '1000000' }, undefined],
  [{ 'content-length': '1000001' }, 413],
  [{ 'transfer-encoding': 'chunked' }, 411],
])('%j: %s', (headers, status) => {
  expect(bodyProblem({ headers })?.status).toBe(status)
})
