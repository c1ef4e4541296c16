import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'
import { closeDatabase } from '#db/client.ts'
import { type OutboxMail, readOutbox } from '#lib/mail/mailOutbox.ts'
import type { Role } from '#lib/members/member.ts'
import { makePerson, type Person } from '#testing/people.ts'

export { expect }

/** Browsers log every response from 400 on; the tests check statuses themselves. */
const HTTP_ERROR = /^Failed to load resource: the server responded with a status of/

const POSTERS = /^https:\/\/(i\.ytimg\.com|i\.vimeocdn\.com|image\.mux\.com)\//

/**
 * Playwright's test, in which every `console.error` and every uncaught error of a page fails the test,
 * unless it matches one of `expectedErrors`.
 */
export const test = base.extend<{ expectedErrors: RegExp[] }, { database: undefined }>({
  expectedErrors: [[], { option: true }],
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
    async ({}, use) => {
      await use(undefined)
      await closeDatabase()
    },
    { scope: 'worker', auto: true },
  ],
  context: async ({ context, expectedErrors }, use) => {
    const errors: string[] = []
    const expected = [HTTP_ERROR, ...expectedErrors]
    const note = (text: string) => {
      if (!expected.some((pattern) => pattern.test(text))) errors.push(text)
    }
    // Posters of other hosts cannot be loaded here.
    await context.route(POSTERS, (route) => route.fulfill({ path: 'demo/truth.jpg' }))
    context.on('weberror', (error) => note(String(error.error())))
    context.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') note(message.text())
    })
    await use(context)
    expect(errors, 'errors in the browser').toEqual([])
  },
})

export const originOf = (baseURL: string | undefined) => new URL(baseURL ?? '').origin

/** Logs in without the form, then opens `path`. */
export async function logIn(
  page: Page,
  { email, password }: Pick<Person, 'email' | 'password'>,
  path = '/videos',
): Promise<void> {
  const csrf = await page.request.get('/api/auth/csrf')
  const { csrfToken } = await csrf.json()
  const answer = await page.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true' },
    headers: { origin: new URL(csrf.url()).origin },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  await page.goto(path)
}

/** Makes a user with a confirmed address and logs them in on this page. */
export async function logInAsSomeoneNew(page: Page, role: Role): Promise<Person> {
  const person = await makePerson({ name: 'Ada Morgan', role })
  await logIn(page, person)
  return person
}

/** The newest mail to `address`, as soon as it is in the outbox. */
export async function mailTo(address: string): Promise<OutboxMail> {
  let found: OutboxMail | undefined
  await expect
    .poll(async () => {
      const mails = await readOutbox(200)
      found = mails.find(({ to }) => to === address)
      return found
    }, `a mail to ${address}`)
    .toBeDefined()
  if (!found) throw new Error(`No mail to ${address}`)
  return found
}
