import { newEmail } from '#testing/people.ts'
import { expect, test } from './fixtures.ts'
import { account, logIn, logOut, other, password, signUp } from './membersSteps.ts'

test('a cookie from before the log-out is refused', async ({ page, context }) => {
  const email = newEmail()
  await signUp(page, email)
  await logIn(page, email)
  await expect(account(page)).toBeVisible()
  const kept = await context.cookies()
  await logOut(page)
  await context.addCookies(kept)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/login\?callbackUrl=%2Faccount$/)
  expect(await (await page.request.get('/api/auth/session')).json()).toEqual({})
})

test('one device can end the session of another, and a new password ends all', async ({
  page,
  browser,
}) => {
  const email = newEmail()
  await signUp(page, email)
  const elsewhere = await (await browser.newContext()).newPage()
  await logIn(elsewhere, email)
  await expect(account(elsewhere)).toBeVisible()
  await logIn(page, email)
  await expect(account(page)).toBeVisible()
  await page.goto('/account/sessions')
  await page.getByRole('button', { name: /^End session: Chrome on / }).click()
  await expect(page.getByRole('button', { name: /^End session: / })).toHaveCount(0)
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/login/)

  await logIn(elsewhere, email)
  await expect(account(elsewhere)).toBeVisible()
  await page.goto('/account')
  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill(other)
  await page.getByLabel('Confirm password').fill(other)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription(
    'This is not your current password.',
  )
  await page.getByLabel('Current password').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(
    page.getByText('Password changed. All your other devices were logged out.'),
  ).toBeVisible()
  await page.reload()
  await expect(account(page)).toBeVisible()
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/login/)
  await elsewhere.context().close()
})

test('callbackUrl never redirects to another site', async ({ page }) => {
  const email = newEmail()
  await signUp(page, email)
  for (const away of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
  ]) {
    await page.goto(`/login?callbackUrl=${encodeURIComponent(away)}`)
    await page.getByLabel('Email', { exact: true }).fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
    await page.waitForURL((url) => url.pathname !== '/login')
    expect(new URL(page.url()).hostname).toMatch(/^(localhost|127\.0\.0\.1)$/)
    await page.context().clearCookies()
  }
})
