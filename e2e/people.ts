import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { createUser } from '#lib/members/createUser.ts'

/** Makes somebody new with a confirmed address and logs them in on this page. */
export async function logInAsSomeoneNew(page: Page, role: 'member' | 'owner') {
  const email = `${role}-${randomUUID()}@films.example`
  const password = `lantern ${randomUUID()}`
  const user = await createUser({ email, password, name: 'Ada Morgan', role, confirmed: true })
  await page.goto('/login?callbackUrl=/videos')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await page.waitForURL(({ pathname }) => pathname === '/videos')
  return user
}
