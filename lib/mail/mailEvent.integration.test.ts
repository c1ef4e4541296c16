import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { insertMail, writeMailTried } from '#db/mailLog.ts'
import { undeliveredMails } from './delivery.ts'

const secret = randomBytes(24)
const ID = 'msg_1'

beforeAll(() => {
  vi.stubEnv('RESEND_WEBHOOK_SECRET', `whsec_${secret.toString('base64')}`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await closeDatabase()
})

type EventOptions = { at?: Date; key?: Buffer; signed?: string }

/** As Svix signs: https://docs.svix.com/receiving/verifying-payloads/how-manual */
async function post(event: unknown, { at = new Date(), key = secret, signed }: EventOptions = {}) {
  const { handleMailEvent } = await import('./mailEvent.ts')
  const body = JSON.stringify(event)
  const timestamp = `${Math.floor(at.getTime() / 1000)}`
  const mac = createHmac('sha256', key).update(`${ID}.${timestamp}.${signed ?? body}`)
  const headers: Record<string, string> = {
    'svix-id': ID,
    'svix-timestamp': timestamp,
    'svix-signature': `v1,${mac.digest('base64')}`,
  }
  return handleMailEvent(body, (name) => headers[name] ?? null)
}

async function sentMail() {
  const now = new Date()
  const to = `ada-${randomUUID()}@videos.example`
  const mail = { at: now, recipient: to, subject: 'Hello', nextAt: now }
  const id = await insertMail(mail, Buffer.from('sealed'))
  const noted = () =>
    writeMailTried({ at: now, id }, { state: 'sent', reason: null, tries: 1, nextAt: now })
  const shown = async () => (await undeliveredMails(now)).find(({ recipient }) => recipient === to)
  return { id, noted, shown }
}

const eventOf = (type: string, mail: string) => ({
  type,
  created_at: new Date().toISOString(),
  data: { email_id: randomUUID(), to: ['x@videos.example'], tags: { mail } },
})

test.each([
  ['email.bounced', 'bounced'],
  ['email.complained', 'complained'],
  ['email.failed', 'failed'],
  ['email.suppressed', 'suppressed'],
])('%s is shown to owners', async (type, bounce) => {
  const { id, noted, shown } = await sentMail()
  await noted()
  expect(await shown()).toBeUndefined()
  expect(await post(eventOf(type, id))).toEqual({ status: 204 })
  expect(await shown()).toMatchObject({ state: 'sent', bounce })
  expect(await post(eventOf(type, id))).toEqual({ status: 204 })
})

test('also when it comes before it is noted that the mail is out', async () => {
  const { id, noted, shown } = await sentMail()
  await post(eventOf('email.bounced', id))
  await noted()
  expect(await shown()).toMatchObject({ state: 'sent', bounce: 'bounced' })
})

test('good news, and news of mails that are not ours, change nothing', async () => {
  const { id, noted, shown } = await sentMail()
  await noted()
  for (const event of [
    eventOf('email.delivered', id),
    eventOf('contact.created', id),
    eventOf('email.bounced', randomUUID()),
    eventOf('email.bounced', 'x'),
    { type: 'email.bounced', data: {} },
  ]) {
    expect(await post(event)).toEqual({ status: 204 })
  }
  expect(await shown()).toBeUndefined()
})

test('events not signed by Resend, and old ones, are refused', async () => {
  const { id, noted, shown } = await sentMail()
  await noted()
  const event = eventOf('email.bounced', id)
  const refused = { status: 401, reason: 'false-signature' }
  expect(await post(event, { key: randomBytes(24) })).toEqual(refused)
  expect(await post(event, { signed: '{}' })).toEqual(refused)
  expect(await post(event, { at: new Date(Date.now() - 6 * 60_000) })).toEqual(refused)
  const { handleMailEvent } = await import('./mailEvent.ts')
  expect(await handleMailEvent(JSON.stringify(event), () => null)).toEqual(refused)
  expect(await post({ type: 7 })).toEqual({ status: 400, reason: 'malformed' })
  expect(await shown()).toBeUndefined()
})
