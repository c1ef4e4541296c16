import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { Connection, endOfResponse } from './connection.ts'

it('finds the end of a response, and that an incomplete one has none', () => {
  const empty = 'HTTP/1.1 204 No Content\r\nconnection: keep-alive\r\n\r\n'
  const counted = 'HTTP/1.1 503 Busy\r\ncontent-length: 3\r\n\r\nabc'
  const chunked = 'HTTP/1.1 422 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n'
  for (const answer of [empty, counted, chunked]) {
    expect(endOfResponse(`${answer}HTTP/1.1`)).toBe(answer.length)
    expect(endOfResponse(answer.slice(0, -1))).toBe(-1)
  }
})

it('sends several requests over one connection', async () => {
  const server = createServer((req, res) => {
    res.statusCode = req.url === '/none' ? 204 : 503
    res.end(req.url === '/none' ? undefined : 'busy')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  let opened = 0
  server.on('connection', () => {
    opened += 1
  })
  const connection = await Connection.open((server.address() as AddressInfo).port)
  const get = (path: string) => connection.send(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`)
  expect([await get('/none'), await get('/busy'), await get('/none')]).toEqual([204, 503, 204])
  expect(opened).toBe(1)
  connection.close()
  server.close()
})
