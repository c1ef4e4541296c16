import type { Socket } from 'node:net'
import { LEAVE, type Message, onLines } from './messages.ts'
import { ALONE, type NodeShape } from './nodeShape.ts'
import { reachSupervisor } from './reachSupervisor.ts'

type Say = (line: string) => void

/** A claim on the embedded database of one data folder: it runs until the last claim is let go. */
export type AcquiredDatabase = {
  /**
   * The contact point, `127.0.0.1:PORT`, once it takes statements. Rejects with an Error that says
   * what to install, or why the database did not start.
   */
  ready: Promise<string>
  /** Lets go. When nobody else holds it, resolves only once the database has drained and ended. */
  release(): Promise<void>
}

export type AcquireOptions = { temporary?: boolean; shape?: NodeShape }

/**
 * Finds the running database of `dataDir` or starts one. A process that just ends, or is killed,
 * lets go by that alone. `temporary`: the whole folder is removed when the last one lets go.
 * `shape` counts only for the one who starts it.
 */
export function acquireDatabase(
  dataDir: string,
  say: Say,
  { temporary = false, shape = { ...ALONE, careless: temporary } }: AcquireOptions = {},
): AcquiredDatabase {
  const releasing = new AbortController()
  const wish = { dataDir, say, temporary, shape, signal: releasing.signal }
  let reaching = reachSupervisor(wish)
  const ready = reaching.then(follow)
  // Whoever releases before it is ready does not care why it never was.
  ready.catch(() => {})
  return { ready, release }

  /** @returns the contact point, when the database is ready. Goes on listening after that. */
  function follow(socket: Socket): Promise<string> {
    return new Promise((resolve, reject) => {
      let failed = false
      onLines(socket, (line) => {
        const message: Message = JSON.parse(line)
        if ('step' in message) say(message.step)
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

  /** The keeper was killed: the next one ends what it left behind and starts anew. */
  async function recover() {
    say('The database was stopped from outside: starting it again')
    reaching = reachSupervisor(wish)
    await reaching.then(follow).catch((error: Error) => say(error.message))
  }

  async function release() {
    releasing.abort()
    const socket = await reaching.catch(() => undefined)
    if (!socket || socket.destroyed) return
    const closed = new Promise<void>((done) => socket.once('close', () => done()))
    socket.write(`${LEAVE}\n`)
    await closed
  }
}
