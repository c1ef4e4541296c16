import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabase, run } from '#db/client.ts'
import { readMailsOfDay } from '#db/mailLog.ts'
import { type Answer, broken, refused, resendDouble, sent, silence } from '#testing/resendDouble.ts'

let resend: Awaited<ReturnType<typeof resendDouble>>
/** By recipient: a mail that was met with silence is tried again while other tests run. */
const answers = new Map<unknown, Answer[]>()

beforeAll(async () => {
  resend = await resendDouble(({ body }) => answers.get(body.to)?.shift())
  vi.stubEnv('RESEND_API_KEY', 're_test')
  vi.stubEnv('RESEND_BASE_URL', resend.baseUrl)
})
afterAll(async () => {
  resend.close()
  vi.unstubAllEnvs()
  await closeDatabase()
})

const DAY_MS = 86_400_000
/** A day for each test, so that no other test's mails are due. */
const someDay = () => new Date(Date.UTC(2001, 0, 1) + Math.floor(Math.random() * 9000) * DAY_MS)
const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)
const newMail = () => ({
  to: `ada-${randomUUID()}@videos.example`,
  subject: 'Hello',
  html: '<p>token=sesame</p>',
  text: 'token=sesame',
})

const rowOf = async (to: string, day: Date) =>
  (await readMailsOfDay(day)).find(({ recipient }) => recipient === to)

async function sealedOf(to: string, day: Date) {
  const rows = await run('SELECT * FROM mail_log WHERE day = ?', [day.toISOString().slice(0, 10)])
  return rows.find(({ recipient }) => recipient === to)
}

const seenBy = (to: string) => resend.seen.filter(({ body }) => body.to === to)
const POLL_OPTIONS = { timeout: 30_000, interval: 50 }

async function take(given: Answer[]) {
  const { sendMail } = await import('./send.ts')
  const [mail, at] = [newMail(), someDay()]
  answers.set(mail.to, [...given])
  expect(await sendMail(mail, at)).toEqual({ ok: true })
  return { mail, at }
}

test('the caller does not wait for Resend, nor hear of its silence', async () => {
  const started = performance.now()
  const { mail, at } = await take([silence])
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(await rowOf(mail.to, at)).toMatchObject({ state: 'waiting', tries: 0 })
})

test('a mail that is out is noted, and nothing of it is kept', async () => {
  const { mail, at } = await take([sent])
  await vi.waitFor(
    async () => expect(await rowOf(mail.to, at)).toMatchObject({ state: 'sent' }),
    POLL_OPTIONS,
  )
  expect((await sealedOf(mail.to, at))?.sealed).toBeNull()
})

test('a queued mail cannot be read in the tables', async () => {
  const { mail, at } = await take([silence])
  const row = await sealedOf(mail.to, at)
  expect(row?.sealed.toString('latin1')).not.toContain('sesame')
})

test('a refusal is final and shown to owners; no secret goes with it', async () => {
  const { mail, at } = await take([refused])
  await vi.waitFor(
    async () =>
      expect(await rowOf(mail.to, at)).toMatchObject({ state: 'failed', reason: 'refused' }),
    POLL_OPTIONS,
  )
  const { undeliveredMails } = await import('./delivery.ts')
  const shown = await undeliveredMails(minutesAfter(at, 60))
  expect(shown.map(({ recipient }) => recipient)).toContain(mail.to)
  expect(JSON.stringify(shown)).not.toContain('sesame')
})

test('what Resend could not take goes out later, whole, under the same key', async () => {
  const { mail, at } = await take([broken, broken, broken, sent])
  await vi.waitFor(
    async () => expect(await rowOf(mail.to, at)).toMatchObject({ state: 'waiting', tries: 1 }),
    POLL_OPTIONS,
  )
  const { retryDueMails } = await import('./delivery.ts')
  await retryDueMails(minutesAfter(at, 0.5))
  expect(seenBy(mail.to)).toHaveLength(3)
  await retryDueMails(minutesAfter(at, 1.1))
  expect(await rowOf(mail.to, at)).toMatchObject({ state: 'sent', tries: 2 })
  expect(new Set(seenBy(mail.to).map(({ key }) => key)).size).toBe(1)
  expect(seenBy(mail.to).at(-1)?.body).toMatchObject(mail)
})

test('after half a day it is given up, and owners see it', async () => {
  const { mail, at } = await take([silence])
  const { attemptDelivery } = await import('./delivery.ts')
  const row = await rowOf(mail.to, at)
  if (!row) throw new Error('not kept')
  await attemptDelivery({ ...row, tries: 20 }, mail, minutesAfter(at, 12 * 60), 50)
  expect(await rowOf(mail.to, at)).toMatchObject({ state: 'failed', reason: 'away', tries: 21 })
})
