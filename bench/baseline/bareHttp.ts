import { createServer } from 'node:http'
import { env } from '#lib/env.ts'

/*
 * Node's own http and nothing else: reads a request whole and answers it. What stands in front of
 * Next costs at least this.
 */
const server = createServer((req, res) => {
  const parts: Buffer[] = []
  req.on('data', (part: Buffer) => parts.push(part))
  req.on('end', () => {
    const isWhole = Buffer.concat(parts).length === Number(req.headers['content-length'])
    res.writeHead(isWhole ? 204 : 400).end()
  })
})
server.listen(env().PORT, '127.0.0.1', () => process.send?.('ready'))
