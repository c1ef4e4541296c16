import { readUser } from '#db/users.ts'
import { Secret } from '#lib/auth/secret.ts'
import { acceptInvite } from '#lib/members/acceptInvite.ts'
import { confirmEmail } from '#lib/members/confirmEmail.ts'
import { confirmNewEmail } from '#lib/members/confirmNewEmail.ts'
import { issueEmailToken } from '#lib/members/emailToken.ts'
import { invite } from '#lib/members/invite.ts'
import { requestEmailChange } from '#lib/members/requestEmailChange.ts'
import { resetPassword } from '#lib/members/resetPassword.ts'
import { undoEmailChange } from '#lib/members/undoEmailChange.ts'
import { makePerson, newEmail } from '#testing/people.ts'
import { expect, mailTo, originOf, test } from '../fixtures.ts'

const password = new Secret('kestrel over the harbour')

async function tokenTo(email: string): Promise<string> {
  return /token=(\S+)/.exec((await mailTo(email)).text)?.[1] ?? ''
}

test('24: a mail scanner that opens every link repeatedly consumes none of them', async ({
  request,
  baseURL,
}) => {
  const origin = originOf(baseURL)
  const now = new Date()
  const scan = async (path: string, token: string) => {
    for (let times = 0; times < 2; times++) {
      expect((await request.get(`${path}?token=${token}`)).status(), path).toBe(200)
      expect((await request.head(`${path}?token=${token}`)).status(), path).toBe(200)
    }
  }
  const unconfirmed = await makePerson({ confirmed: false })
  const confirm = await issueEmailToken('confirm', unconfirmed, now)
  await scan('/verify', confirm)
  expect((await readUser(unconfirmed.id))?.emailVerifiedAt).toBeNull()
  expect(await confirmEmail(confirm, now)).toEqual({ ok: true })

  const reset = await issueEmailToken('reset', unconfirmed, now)
  await scan('/reset', reset)
  expect(await resetPassword({ token: reset, password }, origin, now)).toMatchObject({ ok: true })

  const owner = await makePerson({ role: 'owner' })
  const guest = newEmail()
  await invite(guest, owner, origin, now)
  const invited = await tokenTo(guest)
  await scan('/invited', invited)
  expect(await acceptInvite(invited, { name: 'Ada', password }, now)).toEqual({ ok: true })

  const email = newEmail()
  const asked = { email, password: new Secret(owner.password) }
  await requestEmailChange(owner.id, asked, origin, now)
  const change = await tokenTo(email)
  await scan('/new-email', change)
  expect((await readUser(owner.id))?.email).toBe(owner.email)
  expect(await confirmNewEmail(change, origin, now)).toMatchObject({ ok: true })

  const undo = await tokenTo(owner.email)
  await scan('/undo-email', undo)
  expect((await readUser(owner.id))?.email).toBe(email)
  expect(await undoEmailChange(undo, now)).toMatchObject({ ok: true })
})

test('25: no request from a page with a token, or from a link on it, sends the token as Referer', async ({
  page,
}) => {
  const person = await makePerson()
  const token = await issueEmailToken('reset', person, new Date())
  const referers = new Set<string>()
  const asked: Promise<void>[] = []
  page.on('request', (request) => {
    const read = request.allHeaders().then(({ referer }) => void referers.add(referer ?? ''))
    asked.push(read.catch(() => {}))
  })
  for (const path of ['/verify', '/reset', '/invited', '/new-email', '/undo-email']) {
    await page.goto(`${path}?token=${token}`)
    await page.getByRole('link', { name: 'Framewise' }).first().click()
    await page.waitForURL((url) => url.pathname !== path)
  }
  await page.goto(`/reset?token=${token}`)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Set new password' }).click()
  await page.goto('/login')
  await Promise.all(asked)
  expect([...referers].filter((referer) => referer.includes(token))).toEqual([])
  expect([...referers]).toContain(new URL('/', page.url()).href)
})
