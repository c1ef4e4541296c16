import type { Socket } from 'node:net'
import { connectToSupervisor } from './connectToSupervisor.ts'
import { type Message, onLines, RELEASE } from './messages.ts'
import { type NodeOptions, SINGLE_NODE } from './nodeOptions.ts'

type Log = (line: string) => void

/** A handle on the embedded database of one data folder, which runs until the last is released. */
export type AcquiredDatabase = {
  /**
   * Resolves to the contact point, `127.0.0.1:PORT`, once the database accepts statements. Rejects
   * with an Error that names what to install, or why the database did not start.
   */
  ready: Promise<string>
  /** Releases the handle. The last release resolves once the database has drained and ended. */
  release(): Promise<void>
}

export type AcquireOptions = { temporary?: boolean; node?: NodeOptions }

/**
 * Connects to the running database of `dataDir` or starts one. A process that ends, even by
 * kill -9, releases its handles.
 * @param options.temporary delete the whole folder after the last release
 * @param options.node applies only when this call starts the database
 */
export function acquireDatabase(
  dataDir: string,
  log: Log,
  { temporary = false, node = { ...SINGLE_NODE, unsafeForTests: temporary } }: AcquireOptions = {},
): AcquiredDatabase {
  const releasing = new AbortController()
  const options = { dataDir, log, temporary, node, signal: releasing.signal }
  let connecting = connectToSupervisor(options)
  const ready = connecting.then(follow)
  // A caller that releases before `ready` settles need not handle its rejection.
  ready.catch(() => {})
  return { ready, release }

  /** @returns the contact point once the database is ready. Keeps listening after that. */
  function follow(socket: Socket): Promise<string> {
    return new Promise((resolve, reject) => {
      let failed = false
      onLines(socket, (line) => {
        const message: Message = JSON.parse(line)
        if ('step' in message) log(message.step)
        else if ('ready' in message) resolve(message.ready)
        else {
          failed = true
          reject(new Error(message.failed))
        }
      })
      socket.on('error', () => {})
      socket.once('close', () => {
        reject(new Error('The database ended while starting.'))
        if (!releasing.signal.aborted && !failed) void recover()
      })
    })
  }

  /** The supervisor was killed: a new one stops the Cassandra it left running and starts again. */
  async function recover() {
    log('The database was stopped from outside: starting it again')
    connecting = connectToSupervisor(options)
    await connecting.then(follow).catch((error: Error) => log(error.message))
  }

  async function release() {
    releasing.abort()
    const socket = await connecting.catch(() => undefined)
    if (!socket || socket.destroyed) return
    const closed = new Promise<void>((done) => socket.once('close', () => done()))
    socket.write(`${RELEASE}\n`)
    await closed
  }
}
