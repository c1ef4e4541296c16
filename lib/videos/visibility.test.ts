import { expect, test } from 'vitest'
import { isForMembers, isPublic } from './visibility.ts'

const shown = { status: 'ready', visibility: 'members', archivedAt: null } as const

test('members watch videos that are ready, not drafts and not archived', () => {
  expect(isForMembers(shown)).toBe(true)
  expect(isForMembers({ ...shown, visibility: 'public' })).toBe(true)
  expect(isForMembers({ ...shown, visibility: 'draft' })).toBe(false)
  expect(isForMembers({ ...shown, archivedAt: new Date(0) })).toBe(false)
  for (const status of ['processing', 'failed', 'removed'] as const)
    expect(isForMembers({ ...shown, status }), status).toBe(false)
})

test('guests watch public videos that members may watch', () => {
  expect(isPublic(shown)).toBe(false)
  expect(isPublic({ ...shown, visibility: 'public' })).toBe(true)
  expect(isPublic({ ...shown, visibility: 'public', archivedAt: new Date(0) })).toBe(false)
  expect(isPublic({ ...shown, visibility: 'public', status: 'processing' })).toBe(false)
})
