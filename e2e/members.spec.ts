import { newEmail } from '#testing/people.ts'
import { expect, test } from './fixtures.ts'
import {
  account,
  confirm,
  followMail,
  logIn,
  logOut,
  mailTo,
  other,
  password,
  signUp,
} from './membersSteps.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('sign up, confirm, log in, log out, request a reset link, reset, log in', async ({
      page,
    }) => {
      const email = newEmail()
      await signUp(page, email)
      await confirm(page, email)
      await logIn(page, email)
      await expect(account(page)).toBeVisible()
      await logOut(page)
      await page.goto('/forgot')
      await page.getByLabel('Email', { exact: true }).fill(email)
      await page.getByRole('button', { name: 'Send reset link' }).click()
      await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
      await followMail(page, email, '/reset')
      await page.getByLabel('Password', { exact: true }).fill(other)
      await page.getByLabel('Confirm password').fill(other)
      await page.getByRole('button', { name: 'Set new password' }).click()
      await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible()
      await logIn(page, email, password)
      await expect(page.getByText('Wrong email or password.')).toBeVisible()
      await logIn(page, email, other)
      await expect(account(page)).toBeVisible()
    })

    test('an error is shown beside its field and the input stays', async ({ page }) => {
      await page.goto('/signup')
      await page.getByLabel('Name', { exact: true }).fill('Ada')
      await page.getByLabel('Email', { exact: true }).fill('ada at videos')
      await page.getByLabel('Password', { exact: true }).fill('password1')
      await page.getByLabel('Confirm password').fill('different password')
      await page.getByRole('button', { name: 'Create account' }).click()
      const email = page.getByLabel('Email', { exact: true })
      await expect(email).toHaveAccessibleDescription('This does not look like an email address.')
      await expect(email).toBeFocused()
      await expect(email).toHaveValue('ada at videos')
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada')
      await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
        /one of the most common/,
      )
    })

    test('two different passwords are an error at the second', async ({ page }) => {
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

    test('the checkbox decides whether the cookie outlives the browser', async ({
      page,
      context,
    }) => {
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

test('a known and a new address get the same page; only the mail differs', async ({ page }) => {
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

test('a member with an unconfirmed address can log in but not watch, and can have the mail sent again', async ({
  page,
}) => {
  const email = newEmail()
  await signUp(page, email)
  await page.goto('/login?callbackUrl=/videos')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await page.waitForURL('**/verify')
  await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible()
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(page.getByText('Sent. It can take a minute to arrive.')).toBeVisible()
  await confirm(page, email)
  await page.goto('/videos')
  await expect(page).toHaveURL(/\/videos$/)
})
