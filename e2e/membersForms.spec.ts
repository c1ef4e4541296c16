import type { Page } from '@playwright/test'
import { readUserByEmail } from '#db/users.ts'
import { readOutbox } from '#lib/mail/mailOutbox.ts'
import { invite } from '#lib/members/invite.ts'
import { makePerson, newEmail } from '#testing/people.ts'
import { logIn as enter, expect, mailTo, originOf, test } from './fixtures.ts'
import { account, confirm, password, signUp } from './membersSteps.ts'

/** The autocomplete value of each field, by label. */
const FORMS: Record<string, Record<string, string>> = {
  '/signup': {
    Name: 'name',
    Email: 'email',
    Password: 'new-password',
    'Confirm password': 'new-password',
  },
  '/login': { Email: 'username', Password: 'current-password' },
  '/forgot': { Email: 'username' },
  '/verify': { Email: 'email' },
  '/reset?token=x': { Password: 'new-password', 'Confirm password': 'new-password' },
}
const OWN_FORMS: typeof FORMS = {
  '/account': {
    Name: 'name',
    'Current password': 'current-password',
    'New password': 'new-password',
    'Confirm password': 'new-password',
  },
  '/account/email': { 'New email': 'email', Password: 'current-password' },
  '/account/delete': { Password: 'current-password' },
}

test.describe('8', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('8: every field a guest sees has its autocomplete value, and passwords can be pasted', async ({
    page,
    baseURL,
  }) => {
    const guest = newEmail()
    const owner = await makePerson({ role: 'owner' })
    await invite(guest, owner, originOf(baseURL), new Date())
    const invited = /\/invited\?token=\S+/.exec((await mailTo(guest)).text)?.[0] ?? ''
    const { Email: _, ...withoutEmail } = FORMS['/signup'] ?? {}
    const open = { ...FORMS, [invited]: withoutEmail }
    for (const [path, fields] of Object.entries(open)) await lookAt(page, path, fields)
  })

  test('8: every field a member sees has its autocomplete value, and its form the user name', async ({
    page,
  }) => {
    const member = await makePerson()
    await enter(page, member)
    for (const [path, fields] of Object.entries(OWN_FORMS)) {
      await lookAt(page, path, fields)
      // For password managers.
      const form = page.locator('form', { has: page.locator('[type=password]') })
      await expect(form.locator('[autocomplete=username]')).toHaveValue(member.email)
    }
  })
})

async function lookAt(page: Page, path: string, fields: Record<string, string>) {
  await page.goto(path)
  const main = page.getByRole('main')
  const inputs = main.locator('input:not([type=hidden], [type=checkbox], [hidden])')
  await expect(inputs, path).toHaveCount(Object.keys(fields).length)
  for (const [label, autocomplete] of Object.entries(fields)) {
    const input = main.getByLabel(label, { exact: true })
    await expect(input, `${path} ${label}`).toHaveAttribute('autocomplete', autocomplete)
    if (!autocomplete.endsWith('-password')) continue
    await expect(input).toHaveAttribute('type', 'password')
    await page.evaluate((text) => navigator.clipboard.writeText(text), password)
    await input.focus()
    await page.keyboard.press('Control+V')
    await expect(input, `${path} ${label}`).toHaveValue(password)
  }
}

test('input from before hydration is kept, and two clicks submit once', async ({ page }) => {
  const { email, password } = await makePerson()
  const scripts = Promise.withResolvers<void>()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scripts.promise
    await route.continue()
  })
  await page.goto('/login?callbackUrl=/account', { waitUntil: 'commit' })
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  scripts.resolve()
  await page.waitForLoadState('load')
  const button = page.getByRole('button', { name: 'Log in', exact: true })
  await expect.poll(() => button.evaluate((node) => Object.keys(node).join())).toContain('__react')

  const answer = Promise.withResolvers<void>()
  let sent = 0
  await page.route(
    ({ pathname }) => pathname === '/login',
    async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      sent += 1
      await answer.promise
      await route.continue()
    },
  )
  await button.click()
  await expect(button).toHaveAttribute('aria-busy', 'true')
  // It is aria-disabled and can still be clicked.
  await button.click({ force: true })
  await page.keyboard.press('Enter')
  answer.resolve()
  await expect(account(page)).toBeVisible()
  expect(sent).toBe(1)
})

test('15: a known and a new address get the same hint, once, when typing stops', async ({
  page,
}) => {
  const known = (await makePerson()).email
  await page.goto('/signup')
  const email = page.getByLabel('Email', { exact: true })
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/signup')) asked += 1
  })
  for (const address of [known, newEmail()]) {
    await email.fill('')
    await email.pressSequentially(address)
    await expect(
      page.getByText(
        `We will write to ${address}. Only that mailbox learns whether it has an account.`,
      ),
    ).toBeVisible()
  }
  expect(asked).toBeLessThanOrEqual(4)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a wrong address is corrected before it is confirmed', async ({ page }) => {
      const [wrong, right] = [newEmail(), newEmail()]
      await signUp(page, wrong)
      await page.getByText('Wrong address? Correct it').click()
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada')
      await page.getByLabel('Email', { exact: true }).fill(right)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByLabel('Confirm password').fill(password)
      await page.getByRole('button', { name: 'Correct and send' }).click()
      await expect(page.getByText(`We wrote to ${right}.`)).toBeVisible()
      expect(await readUserByEmail(wrong)).toBeNull()
      expect((await readOutbox(500)).filter(({ to }) => to === right)).toHaveLength(1)
      await confirm(page, right)
    })
  })
}
