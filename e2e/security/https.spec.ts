import { formFields } from '#testing/formFields.ts'
import { makePerson } from '#testing/people.ts'
import { expect, test } from '../fixtures.ts'
import { cookiesOf, type OwnServer, startOwnServer } from './ownServer.ts'

/* A site reached over https through a proxy: the same server with an https NEXTAUTH_URL. */

const origin = 'https://videos.example'
let site: OwnServer

test.beforeAll(async () => {
  site = await startOwnServer({}, { origin })
})
test.afterAll(() => site.stop())

const WHOLE =
  /^__Host-next-auth\.session-token=[^;]+; (?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=lax)(?!.*Domain)/im

test('34, 43: over https cookies are __Host- and Secure, HttpOnly, SameSite; every response has HSTS', async () => {
  const person = await makePerson()
  const page = await site.send('/login')
  expect(page.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
  expect(page.headers['content-security-policy']).toContain('upgrade-insecure-requests')
  const { email, password } = person
  const fields = { ...formFields(page.text, 'Log in'), email, password, remember: 'on' }
  const byForm = await site.send('/login', { form: fields })
  expect(byForm.headers['set-cookie']?.join('\n')).toMatch(WHOLE)

  const pair = await site.send('/api/auth/csrf')
  expect(pair.headers['set-cookie']?.join('\n')).toMatch(
    /^__Host-next-auth\.csrf-token=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/m,
  )
  const { csrfToken } = JSON.parse(pair.text)
  const byNextAuth = await site.send('/api/auth/callback/credentials', {
    body: `${new URLSearchParams({ email, password, csrfToken, json: 'true' })}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(pair) },
  })
  expect(byNextAuth.headers['set-cookie']?.join('\n')).toMatch(WHOLE)

  const cookie = cookiesOf(byForm)
  expect((await site.send('/account', { headers: { cookie } })).status).toBe(200)
  const plain = cookie.replace('__Host-', '')
  expect((await site.send('/account', { headers: { cookie: plain } })).status).toBe(307)
  const out = await site.send('/account', {
    headers: { cookie },
    form: formFields((await site.send('/account', { headers: { cookie } })).text, 'Log out'),
  })
  expect(out.headers['set-cookie']?.join('\n')).toMatch(
    /^__Host-next-auth\.session-token=;.*Secure/im,
  )
  expect((await site.send('/account', { headers: { cookie } })).status).toBe(307)
})

test('38: the same page over http is a foreign origin', async () => {
  const form = formFields((await site.send('/login')).text)
  const answer = await site.send('/login', { form, headers: { origin: 'http://videos.example' } })
  expect(answer.status).toBe(403)
})
