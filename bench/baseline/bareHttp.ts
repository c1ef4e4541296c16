import { createServer } from 'node:http'
import { env } from '#lib/env.ts'

/*
 * Node's own http server and nothing else: reads a whole request and answers it. This is the minimum
 * cost of any server in front of Next.
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
