import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** `native`: CQL; `storage`: traffic between nodes, unused by a single one. */
export type Ports = { native: number; storage: number }

/**
 * The ports stored in `file` if both are still free, otherwise two free ones, which are then stored:
 * tools can rely on the port from start to start.
 * @throws Error when no port is free
 */
export async function choosePorts(file: string, isFree = isPortFree): Promise<Ports> {
  const stored = readPorts(file)
  if (stored && (await isFree(stored.native)) && (await isFree(stored.storage))) return stored
  const [native, storage] = await freePorts(2)
  if (native === undefined || storage === undefined) throw new Error('No free port on 127.0.0.1')
  const ports = { native, storage }
  writeFileSync(file, `${JSON.stringify(ports)}\n`)
  return ports
}

/** @returns undefined when the file is missing or invalid. */
export function readPorts(file: string): Ports | undefined {
  try {
    const { native, storage } = JSON.parse(readFileSync(file, 'utf8'))
    return isPort(native) && isPort(storage) && native !== storage ? { native, storage } : undefined
  } catch {
    return undefined
  }
}

const isPort = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) < 65_536

/** Different free ports of 127.0.0.1: all are held open until the last is found. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)))
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  })
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports
}

export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    const server = await listen(port, host)
    await new Promise((done) => server.close(done))
    return true
  } catch {
    return false
  }
}

function listen(port: number, host = '127.0.0.1') {
  return new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
