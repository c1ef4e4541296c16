import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'

const password = 'kestrel over the harbour'
const other = 'heron under the bridge'

const newEmail = () => `ada-${randomUUID()}@films.example`

async function signUp(page: Page, email: string, name = 'Ada') {
  await page.goto('/signup')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Confirm password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
}

/** The newest mail to an address, in the outbox. */
function mailTo(page: Page, email: string) {
  return page.getByRole('article').filter({ hasText: email }).first()
}

async function followMail(page: Page, email: string, path: '/verify' | '/reset') {
  await page.goto('/dev/outbox')
  await mailTo(page, email)
    .getByRole('link', { name: new RegExp(`${path}\\?token=`) })
    .click()
  await page.waitForURL(`**${path}?token=*`)
}

async function confirm(page: Page, email: string) {
  await followMail(page, email, '/verify')
  await page.getByRole('button', { name: 'Confirm email' }).click()
  await expect(page.getByRole('heading', { name: 'Your email is confirmed' })).toBeVisible()
}

async function logIn(page: Page, email: string, secret = password) {
  await page.goto('/login?callbackUrl=/account')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
}

const account = (page: Page) => page.getByRole('heading', { name: 'Your account' })

async function logOut(page: Page) {
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.waitForURL('**/login')
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('sign up, confirm, log in, log out, forget, reset, log in', async ({ page }) => {
      const email = newEmail()
      await signUp(page, email)
      await confirm(page, email)
      await logIn(page, email)
      await expect(account(page)).toBeVisible()
      await logOut(page)
      await page.goto('/forgot')
      await page.getByLabel('Email', { exact: true }).fill(email)
      await page.getByRole('button', { name: 'Send reset link' }).click()
      await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
      await followMail(page, email, '/reset')
      await page.getByLabel('Password', { exact: true }).fill(other)
      await page.getByLabel('Confirm password').fill(other)
      await page.getByRole('button', { name: 'Set new password' }).click()
      await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible()
      await logIn(page, email, password)
      await expect(page.getByText('Email and password do not belong together.')).toBeVisible()
      await logIn(page, email, other)
      await expect(account(page)).toBeVisible()
    })

    test('wrong input is said beside its field and what was typed stays', async ({ page }) => {
      await page.goto('/signup')
      await page.getByLabel('Name', { exact: true }).fill('Ada')
      await page.getByLabel('Email', { exact: true }).fill('ada at films')
      await page.getByLabel('Password', { exact: true }).fill('password1')
      await page.getByLabel('Confirm password').fill('different password')
      await page.getByRole('button', { name: 'Create account' }).click()
      const email = page.getByLabel('Email', { exact: true })
      await expect(email).toHaveAccessibleDescription('This does not look like an email address.')
      await expect(email).toBeFocused()
      await expect(email).toHaveValue('ada at films')
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada')
      await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
        /one of the most common/,
      )
    })

    test('two different passwords are said beside the second', async ({ page }) => {
      await page.goto('/signup')
      await page.getByLabel('Name', { exact: true }).fill('Ada')
      await page.getByLabel('Email', { exact: true }).fill(newEmail())
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByLabel('Confirm password').fill(other)
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByLabel('Confirm password')).toHaveAccessibleDescription(
        'The two passwords differ.',
      )
    })

    test('the box decides whether the cookie outlives the browser', async ({ page, context }) => {
      const email = newEmail()
      await signUp(page, email)
      await page.goto('/login?callbackUrl=/account')
      await page.getByLabel('Email', { exact: true }).fill(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByLabel('Keep me logged in').check()
      await page.getByRole('button', { name: 'Log in', exact: true }).click()
      await expect(account(page)).toBeVisible()
      const session = async () =>
        (await context.cookies()).find(({ name }) => name.endsWith('session-token'))
      expect(await session()).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false })
      expect((await session())?.expires).toBeGreaterThan(Date.now() / 1000 + 29 * 86_400)
      await logOut(page)
      await logIn(page, email)
      await expect(account(page)).toBeVisible()
      expect((await session())?.expires).toBe(-1)
    })
  })
}

test('a known and a new address see the same; only the mailbox differs', async ({ page }) => {
  const email = newEmail()
  await signUp(page, email)
  const first = await page.getByRole('main').textContent()
  await confirm(page, email)
  await signUp(page, email, 'Someone else')
  expect(await page.getByRole('main').textContent()).toBe(first)
  await page.goto('/dev/outbox')
  const mail = mailTo(page, email)
  await expect(mail.getByRole('heading')).toHaveText('You already have a Framewise account')
  await expect(mail.getByRole('link', { name: /\/login$/ })).toBeVisible()
  await expect(mail.getByRole('link', { name: /verify/ })).toHaveCount(0)
})

test('unconfirmed, one can log in but not watch, and have the mail sent again', async ({
  page,
}) => {
  const email = newEmail()
  await signUp(page, email)
  await page.goto('/login?callbackUrl=/videos')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await page.waitForURL('**/verify')
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(page.getByText('Sent. It can take a minute to arrive.')).toBeVisible()
  await confirm(page, email)
  await page.goto('/videos')
  await expect(page).toHaveURL(/\/videos$/)
})

test('a cookie kept from before the log-out is worth nothing', async ({ page, context }) => {
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

test('one device can end another, and a new password ends them all', async ({ page, browser }) => {
  const email = newEmail()
  await signUp(page, email)
  const elsewhere = await (await browser.newContext()).newPage()
  await logIn(elsewhere, email)
  await expect(account(elsewhere)).toBeVisible()
  await logIn(page, email)
  await expect(account(page)).toBeVisible()
  await page.goto('/account/sessions')
  await page.getByRole('button', { name: /^End: Chrome on / }).click()
  await expect(page.getByRole('button', { name: /^End: / })).toHaveCount(0)
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
  await expect(page.getByText('Changed. All your other devices are logged out.')).toBeVisible()
  await page.reload()
  await expect(account(page)).toBeVisible()
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/login/)
  await elsewhere.context().close()
})

test('callbackUrl never leads away', async ({ page }) => {
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
