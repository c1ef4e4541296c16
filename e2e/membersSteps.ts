import { expect, type Page } from '@playwright/test'

/* Steps on the pages of members, which find elements by role and label only. */

export const password = 'kestrel over the harbour'
export const other = 'heron under the bridge'

export async function signUp(page: Page, email: string, name = 'Ada') {
  await page.goto('/signup')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Confirm password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
}

/** The newest mail to an address, in the outbox. */
export function mailTo(page: Page, email: string) {
  return page.getByRole('article').filter({ hasText: email }).first()
}

type Linked = '/verify' | '/reset' | '/new-email' | '/undo-email' | '/invited'

export async function followMail(page: Page, email: string, path: Linked) {
  await page.goto('/dev/outbox')
  await mailTo(page, email)
    .getByRole('link', { name: new RegExp(`${path}\\?token=`) })
    .click()
  await page.waitForURL(`**${path}?token=*`)
}

export async function confirm(page: Page, email: string) {
  await followMail(page, email, '/verify')
  await page.getByRole('button', { name: 'Confirm email' }).click()
  await expect(page.getByRole('heading', { name: 'Your email is confirmed' })).toBeVisible()
}

export async function logIn(page: Page, email: string, secret = password) {
  await page.goto('/login?callbackUrl=/account')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
}

export const account = (page: Page) => page.getByRole('heading', { name: 'Your account' })

export async function logOut(page: Page) {
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.waitForURL('**/login')
}
