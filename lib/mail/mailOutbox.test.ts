import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-'))
  vi.stubEnv('DATA_DIR', folder)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const mail = (subject: string) => ({ to: 'ada@videos.example', subject, html: '<p>', text: 'x' })

test('without a Resend key a mail is one whole JSON file, the newest read first', async () => {
  const { sendMail } = await import('./send.ts')
  const { readOutbox } = await import('./mailOutbox.ts')
  expect(await sendMail(mail('one'), new Date('2026-01-01T10:00:00Z'))).toEqual({ ok: true })
  expect(await sendMail(mail('two'), new Date('2026-01-01T11:00:00Z'))).toEqual({ ok: true })
  const mails = await readOutbox(10)
  expect(mails.map(({ subject }) => subject)).toEqual(['two', 'one'])
  expect(mails[0]).toMatchObject({ ...mail('two'), at: '2026-01-01T11:00:00.000Z' })
  expect((await readdir(join(folder, 'outbox'))).every((name) => name.endsWith('.json'))).toBe(true)
  expect(await readOutbox(1)).toHaveLength(1)
})

test.each(['../secret', '..', 'a/b', '', randomUUID()])('%j is no mail', async (id) => {
  const { readOutboxMail } = await import('./mailOutbox.ts')
  expect(await readOutboxMail(id)).toBeNull()
})
