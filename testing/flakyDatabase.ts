import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * Puts a proxy between this process and the database.
 * @returns `away` closes the proxy with all its connections, `back` opens it again
 */
export async function putDatabaseBehindSwitch() {
  const [point = ''] = (process.env.CASSANDRA_CONTACT_POINTS ?? '').split(',')
  const [host = '127.0.0.1', databasePort = '9042'] = point.trim().split(':')
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(databasePort), host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  process.env.CASSANDRA_CONTACT_POINTS = `127.0.0.1:${port}`
  const away = async () => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of open) socket.destroy()
    await closed
  }
  const back = async () => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  return { away, back }
}
