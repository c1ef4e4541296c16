import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sendThroughResend } from './resend.ts'

type Seen = { path: string | undefined; key: string; auth: string; body: Record<string, unknown> }

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A double of Resend on a real port, which answers what it is told, one answer after the other. */
async function resendDouble(answers: ((response: ServerResponse) => void)[]) {
  const seen: Seen[] = []
  server = createServer(async (request, response) => {
    seen.push(await note(request))
    answers[seen.length - 1]?.(response)
  })
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const access = {
    key: 're_test',
    baseUrl: `http://127.0.0.1:${port}`,
    from: 'F <f@films.example>',
  }
  return { seen, access }
}

async function note(request: IncomingMessage): Promise<Seen> {
  const chunks = await request.toArray()
  return {
    path: request.url,
    key: String(request.headers['idempotency-key']),
    auth: String(request.headers.authorization),
    body: JSON.parse(Buffer.concat(chunks).toString()),
  }
}

function answer(status: number, body: unknown) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  }
}

const sent = answer(200, { id: 'one' })
const broken = answer(500, { statusCode: 500, name: 'application_error', message: 'broken' })
const refused = answer(422, { statusCode: 422, name: 'validation_error', message: 'no' })
const silence = () => {}
const mail = { to: 'ada@films.example', subject: 'Hello', html: '<p>Hi</p>', text: 'Hi' }

test('a mail goes out whole, with the key', async () => {
  const { seen, access } = await resendDouble([sent])
  expect(await sendThroughResend(mail, access)).toEqual({ ok: true })
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatchObject({ path: '/emails', auth: 'Bearer re_test' })
  expect(seen[0]?.body).toEqual({ from: 'F <f@films.example>', ...mail })
})

test('a fault over there is tried again under the same idempotency key', async () => {
  const { seen, access } = await resendDouble([broken, broken, sent])
  expect(await sendThroughResend(mail, access)).toEqual({ ok: true })
  expect(seen).toHaveLength(3)
  expect(new Set(seen.map(({ key }) => key)).size).toBe(1)
})

test('so is one whose body does not say what it is', async () => {
  const { seen, access } = await resendDouble([answer(500, { oops: true }), answer(502, 'x'), sent])
  expect(await sendThroughResend(mail, access)).toEqual({ ok: true })
  expect(seen).toHaveLength(3)
})

test('silence is tried again, and given up after three times', async () => {
  const { seen, access } = await resendDouble([silence, silence, silence])
  expect(await sendThroughResend(mail, access, 100)).toEqual({ ok: false, reason: 'away' })
  expect(seen).toHaveLength(3)
})

test('a refusal is final', async () => {
  const { seen, access } = await resendDouble([refused])
  expect(await sendThroughResend(mail, access)).toEqual({ ok: false, reason: 'refused' })
  expect(seen).toHaveLength(1)
})

test('nobody there', async () => {
  const access = { key: 're_test', baseUrl: 'http://127.0.0.1:9', from: 'f@films.example' }
  expect(await sendThroughResend(mail, access)).toEqual({ ok: false, reason: 'away' })
})
