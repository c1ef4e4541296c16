import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formFields } from '#testing/formFields.ts'
import { newEmail } from '#testing/people.ts'
import { resendDouble, sent } from '#testing/resendDouble.ts'
import { expect, test } from '../fixtures.ts'
import { type Answer, builtSite, cookiesOf, type OwnServer, startOwnServer } from './ownServer.ts'

/*
 * A server at the most verbose log level, with unique secrets (canaries); then every flow that handles a
 * secret is used.
 */

const canary = (name: string) => `canary-${name}-${randomUUID()}`
const INSTALLED = {
  NEXTAUTH_SECRET: canary('secret'),
  RESEND_API_KEY: canary('key'),
  RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from(canary('webhook')).toString('base64')}`,
  CASSANDRA_USERNAME: 'framewise',
  CASSANDRA_PASSWORD: canary('database'),
}
const TYPED = {
  first: canary('first'),
  wrong: canary('wrong'),
  second: canary('second'),
  third: canary('third'),
  cookie: canary('cookie'),
  header: canary('header'),
}

let resend: Awaited<ReturnType<typeof resendDouble>>
let site: OwnServer
const answers: Answer[] = []

test.beforeAll(async () => {
  resend = await resendDouble(() => sent)
  site = await startOwnServer({
    ...INSTALLED,
    RESEND_BASE_URL: resend.baseUrl,
    LOG_LEVEL: 'trace',
  })
})
test.afterAll(async () => {
  await site.stop()
  resend.close()
})

async function ask(...asked: Parameters<OwnServer['send']>): Promise<Answer> {
  const answer = await site.send(...asked)
  answers.push(answer)
  return answer
}

/** Opens a page and submits the form with this button. */
async function send(
  path: string,
  button: string,
  typed: Record<string, string>,
  cookie = '',
): Promise<Answer> {
  const page = await ask(path, { headers: { cookie } })
  return ask(path, { form: { ...formFields(page.text, button), ...typed }, headers: { cookie } })
}

const pairOf = (password: string) => ({ password, confirmPassword: password })

/** The token in the newest mail to `email`, once it is sent. */
async function tokenTo(email: string, path: string): Promise<string> {
  const found = () => {
    const mail = resend.seen.findLast(({ body }) => body.to === email)
    return new RegExp(`${path}\\?token=([\\w-]+)`).exec(String(mail?.body.text))?.[1]
  }
  await expect.poll(found).toBeDefined()
  return found() ?? ''
}

test('25, 46: no password, token, cookie or key is in a log or a page', async () => {
  const email = newEmail()
  const { first, wrong, second, third, cookie: false_, header } = TYPED
  const asked = JSON.stringify({ email })
  const json = { 'content-type': 'application/json' }
  expect((await ask('/api/signup', { body: asked, headers: json })).status).toBe(200)
  await send('/signup', 'Create account', { name: 'Ada', email, ...pairOf(first) })
  const confirming = await tokenTo(email, '/verify')
  const done = await send(`/verify?token=${confirming}`, 'Confirm email', {})
  expect(done.text).toContain('Your email is confirmed')

  expect((await send('/login', 'Log in', { email, password: wrong })).text).toContain(
    'Wrong email or password',
  )
  const entered = await send('/login', 'Log in', { email, password: first, remember: 'on' })
  const cookie = cookiesOf(entered)
  expect(cookie).toContain('session-token=')
  for (const path of ['/account', '/account/sessions', '/account/data', '/videos', '/history'])
    expect((await ask(path, { headers: { cookie } })).status, path).toBe(200)
  const change = { currentPassword: wrong, ...pairOf(second) }
  await send('/account', 'Change password', change, cookie)
  const changed = await send(
    '/account',
    'Change password',
    { ...change, currentPassword: first },
    cookie,
  )
  const moved = cookiesOf(changed)
  expect(moved).toContain('session-token=')
  await send('/account/email', 'Change email', { email: newEmail(), password: wrong }, moved)
  await send('/forgot', 'Send reset link', { email })
  const resetting = await tokenTo(email, '/reset')
  const reset = await send(`/reset?token=${resetting}`, 'Set new password', pairOf(third))
  expect(reset.text).toContain('Your password is set')

  // Errors are what servers log most about.
  const secretHeaders = { cookie: `next-auth.session-token=${false_}`, authorization: header }
  await ask(`/verify?token=${resetting}%ff`, { headers: secretHeaders })
  await ask(`/invited?token=${resetting}.a.b.c`, { headers: secretHeaders })
  await ask('/api/auth/callback/credentials', { body: `{"password":"${wrong}"`, headers: json })
  await ask('/api/mail/events', { body: `{"token":"${resetting}"}`, headers: secretHeaders })
  await ask(`/login?token=${resetting}`, { body: wrong, headers: { 'next-action': 'x' } })
  const beacon = { method: 'POST', headers: { ...json, ...secretHeaders } }
  await ask('/api/watch', { ...beacon, body: JSON.stringify({ token: resetting, beacons: [] }) })

  const everywhere = [
    ...Object.values(INSTALLED).filter((text) => text !== 'framewise'),
    ...Object.values(TYPED),
  ]
  const sessions = [cookie, moved].map((each) => each.split('=')[1] ?? '')
  const log = site.output()
  expect(log).toContain('auth event')
  expectNone(log, [...everywhere, ...sessions, confirming, resetting, '$argon2'])
  for (const { text } of answers) expectNone(text, [...everywhere, ...sessions, '$argon2'])
  for (const { headers } of answers)
    expectNone(JSON.stringify({ ...headers, 'set-cookie': '' }), [...everywhere, ...sessions])
})

test('46: no server code is in the scripts that browsers load', () => {
  const files = readdirSync(join(builtSite, 'static'), { recursive: true, encoding: 'utf8' })
  const scripts = files.filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(10)
  for (const file of scripts)
    expectNone(readFileSync(join(builtSite, 'static', file), 'utf8'), SERVER_ONLY, file)
})

/** Names that only server code contains: of its environment, its tables, its keys. */
const SERVER_ONLY = [
  'NEXTAUTH_SECRET',
  'RESEND_',
  'CASSANDRA_',
  'password_hash',
  'IF NOT EXISTS',
  'createHmac',
  'argon2',
]

function expectNone(text: string, secrets: string[], where = '') {
  for (const secret of secrets) expect(text.includes(secret), `${secret} ${where}`).toBe(false)
}
