import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { replaceServerErrors } from './replaceServerErrors.ts'

type Compress = (req: IncomingMessage, res: ServerResponse, next: () => void) => void
/** Next's own, which comes without types. */
const compression: () => Compress = createRequire(import.meta.url)('next/dist/compiled/compression')
const compress = compression()
let server: Server
afterEach(() => server.close())

/** A server that answers as Next does: compressed, on top of what is under test. */
async function ask(status: number, replace: (res: ServerResponse) => Promise<boolean>) {
  server = createServer((req: IncomingMessage, res: ServerResponse) => {
    replaceServerErrors(res, () => replace(res))
    compress(req, res, () => {
      res.statusCode = status
      res.setHeader('content-type', 'text/html')
      res.setHeader('x-kept', 'yes')
      res.write('x'.repeat(4000))
      res.end('the end')
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': 'gzip' } })
}

const never = async () => false

it('lets an answer pass, compressed and whole', async () => {
  const answer = await ask(200, never)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect((await answer.text()).length).toBe(4007)
})

it('sends a 500 as it was when nothing replaces it', async () => {
  const answer = await ask(500, never)
  expect(answer.status).toBe(500)
  expect(answer.headers.get('x-kept')).toBe('yes')
  expect((await answer.text()).length).toBe(4007)
})

it('sends the other answer instead of a 500, with none of its headers', async () => {
  const answer = await ask(500, async (res) => {
    res.writeHead(503, { 'retry-after': '5' })
    res.end('away')
    return true
  })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('x-kept')).toBeNull()
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.text()).toBe('away')
})
