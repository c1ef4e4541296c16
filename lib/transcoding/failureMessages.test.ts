import { expect, test } from 'vitest'
import { FAILURE_MESSAGES } from './failureMessages.ts'

test('every reason that earlier versions stored with a job has a message', () => {
  const stored = ['not-a-film', 'no-picture', 'broken', 'unusable', 'gave-up', 'abandoned']
  expect(Object.keys(FAILURE_MESSAGES)).toEqual(stored)
})
