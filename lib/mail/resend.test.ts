import { afterEach, expect, test } from 'vitest'
import {
  type Answer,
  answer,
  broken,
  refused,
  resendDouble,
  sent,
  silence,
} from '#testing/resendDouble.ts'
import { sendThroughResend } from './resend.ts'

let close = () => {}
afterEach(() => close())

async function double(answers: Answer[]) {
  const { seen, baseUrl, ...rest } = await resendDouble((_, nth) => answers[nth])
  close = rest.close
  return { seen, access: { key: 're_test', baseUrl, from: 'F <f@videos.example>' } }
}

const mail = { to: 'ada@videos.example', subject: 'Hello', html: '<p>Hi</p>', text: 'Hi' }

test('a mail goes out whole, with the key', async () => {
  const { seen, access } = await double([sent])
  expect(await sendThroughResend(mail, access, 'key')).toEqual({ ok: true })
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatchObject({ path: '/emails', auth: 'Bearer re_test' })
  expect(seen[0]?.body).toEqual({
    from: 'F <f@videos.example>',
    ...mail,
    tags: [{ name: 'mail', value: 'key' }],
  })
})

test('a fault over there is tried again under the same idempotency key', async () => {
  const { seen, access } = await double([broken, broken, sent])
  expect(await sendThroughResend(mail, access, 'key')).toEqual({ ok: true })
  expect(seen).toHaveLength(3)
  expect(seen.map(({ key }) => key)).toEqual(['key', 'key', 'key'])
})

test('so is one whose body does not say what it is', async () => {
  const { seen, access } = await double([answer(500, { oops: true }), answer(502, 'x'), sent])
  expect(await sendThroughResend(mail, access, 'key')).toEqual({ ok: true })
  expect(seen).toHaveLength(3)
})

test('silence is tried again, and given up after three times', async () => {
  const { seen, access } = await double([silence, silence, silence])
  expect(await sendThroughResend(mail, access, 'key', 100)).toEqual({ ok: false, reason: 'away' })
  expect(seen).toHaveLength(3)
})

test('a refusal is final', async () => {
  const { seen, access } = await double([refused])
  expect(await sendThroughResend(mail, access, 'key')).toEqual({ ok: false, reason: 'refused' })
  expect(seen).toHaveLength(1)
})

test('no server', async () => {
  const access = { key: 're_test', baseUrl: 'http://127.0.0.1:9', from: 'f@videos.example' }
  expect(await sendThroughResend(mail, access, 'key')).toEqual({ ok: false, reason: 'away' })
})
