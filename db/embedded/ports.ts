import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** `native` speaks CQL; `storage` is for other nodes, of which there are none. */
export type Ports = { native: number; storage: number }

/**
 * The ports remembered in `file` when both are still free, otherwise two free ones, which are then
 * remembered. They stay the same from start to start so that tools can be pointed at them.
 */
export async function choosePorts(file: string, isFree = isPortFree): Promise<Ports> {
  const remembered = readPorts(file)
  if (remembered && (await isFree(remembered.native)) && (await isFree(remembered.storage)))
    return remembered
  const [native, storage] = await freePorts(2)
  if (native === undefined || storage === undefined) throw new Error('No free port on 127.0.0.1')
  const ports = { native, storage }
  writeFileSync(file, `${JSON.stringify(ports)}\n`)
  return ports
}

/** @returns undefined when nothing usable is remembered. */
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

/** Different free ports: all are held open until the last is found. */
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
