import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type ReceivedMail = {
  path: string | undefined
  key: string
  auth: string
  body: Record<string, unknown>
}
export type Answer = (response: ServerResponse) => void

/**
 * A test double of Resend on a real port.
 * @param pick returns the response to a mail, or undefined for none
 */
export async function resendDouble(pick: (mail: ReceivedMail, nth: number) => Answer | undefined) {
  const seen: ReceivedMail[] = []
  const server: Server = createServer(async (request, response) => {
    const mail = await parse(request)
    seen.push(mail)
    pick(mail, seen.length - 1)?.(response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { seen, baseUrl: `http://127.0.0.1:${port}`, close }
}

async function parse(request: IncomingMessage): Promise<ReceivedMail> {
  const chunks = await request.toArray()
  return {
    path: request.url,
    key: String(request.headers['idempotency-key']),
    auth: String(request.headers.authorization),
    body: JSON.parse(Buffer.concat(chunks).toString()),
  }
}

export function answer(status: number, body: unknown): Answer {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  }
}

export const sent = answer(200, { id: 'one' })
export const broken = answer(500, {
  statusCode: 500,
  name: 'application_error',
  message: 'broken',
})
export const refused = answer(422, { statusCode: 422, name: 'validation_error', message: 'no' })
export const silence: Answer = () => {}
