import type { Page } from '@playwright/test'
import { logIn, makePerson } from './fixtures.ts'

/** Makes somebody new with a confirmed address and logs them in on this page. */
export async function logInAsSomeoneNew(page: Page, role: 'member' | 'owner') {
  const person = await makePerson({ name: 'Ada Morgan', role })
  await logIn(page, person)
  return person
}
