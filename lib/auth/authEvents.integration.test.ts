import { randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { readOutbox } from '#lib/mail/mailOutbox.ts'
import { createUser } from '#lib/members/createUser.ts'
import { recentAuthEvents, recordAuthEvent } from './authEvents.ts'
import { logIn } from './logIn.ts'
import { Secret } from './secret.ts'

afterAll(closeDatabase)

const password = 'kestrel over the harbour'
const someone = () =>
  createUser({ email: `ada-${randomUUID()}@videos.example`, password, confirmed: true })
const kindsOf = async (userId: string) =>
  (await recentAuthEvents(userId, 20, new Date())).map(({ kind }) => kind)
const mailsTo = async (email: string) => (await readOutbox(500)).filter(({ to }) => to === email)

function enter(email: string, device = 'Firefox on Linux', secret = password) {
  const input = { email, password: new Secret(secret), remember: false }
  return logIn(input, { device, address: randomUUID() }, new Date())
}

test('46: a log-in and a wrong password are noted, the newest first; no secret with them', async () => {
  const { id, email } = await someone()
  await enter(email)
  await enter(email, 'Firefox on Linux', 'heron under the bridge')
  await vi.waitFor(
    async () => expect(await kindsOf(id)).toEqual(['wrong-password', 'log-in']),
    20_000,
  )
  expect(JSON.stringify(await recentAuthEvents(id, 20, new Date()))).not.toMatch(/heron|kestrel/)
})

test('a new device is announced by mail, once; the first one is not', async () => {
  const { id, email } = await someone()
  await enter(email)
  await enter(email)
  expect(await mailsTo(email)).toHaveLength(0)
  await enter(email, 'Safari on an iPhone')
  await enter(email, 'Safari on an iPhone')
  await enter(email)
  const mails = await mailsTo(email)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('Safari on an iPhone')
  expect((await kindsOf(id)).filter((kind) => kind === 'new-device')).toHaveLength(1)
})

test('46: a line break in a User-Agent header makes no second line', async () => {
  const { id } = await someone()
  await recordAuthEvent(
    id,
    'log-in',
    { address: '1\r\n2', device: 'x\r\nkind: forged' },
    new Date(),
  )
  expect((await recentAuthEvents(id, 1, new Date()))[0]).toMatchObject({
    address: '1\\u000d\\u000a2',
    device: 'x\\u000d\\u000akind: forged',
  })
})

test('last month is still recent, and no more than asked for is read', async () => {
  const { id } = await someone()
  const client = { address: 'x', device: 'y' }
  await recordAuthEvent(id, 'log-out', client, new Date('2026-03-31T23:00:00Z'))
  await recordAuthEvent(id, 'log-in', client, new Date('2026-04-01T00:30:00Z'))
  const seen = await recentAuthEvents(id, 10, new Date('2026-04-02'))
  expect(seen.map(({ kind }) => kind)).toEqual(['log-in', 'log-out'])
  expect(await recentAuthEvents(id, 1, new Date('2026-04-02'))).toHaveLength(1)
})
