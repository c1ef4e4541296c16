import { LEAVE, type Message, onLines } from './messages.ts'
import { reachKeeper } from './reachKeeper.ts'

type Say = (line: string) => void

/** A claim on the embedded database of one data folder: it runs until the last claim is let go. */
export type Held = {
  /** `127.0.0.1:PORT` */
  contactPoint: string
  /** Lets go. When nobody else holds it, resolves only once the database has drained and ended. */
  release(): Promise<void>
}

/**
 * Finds the running database of `dataDir` or starts one; it takes statements when this resolves.
 * A process that just ends, or is killed, lets go by that alone. `temporary`: the whole folder is
 * removed when the last one lets go.
 * @throws Error that says what to install, or why the database did not start.
 */
export async function holdDatabase(
  dataDir: string,
  say: Say,
  { temporary = false } = {},
): Promise<Held> {
  let releasing = false
  let socket = await reachKeeper(dataDir, say, temporary)
  const contactPoint = await follow()
  return { contactPoint, release }

  /** @returns the contact point, when the database is ready. Goes on listening after that. */
  function follow(): Promise<string> {
    return new Promise((resolve, reject) => {
      onLines(socket, (line) => {
        const message: Message = JSON.parse(line)
        if ('step' in message) say(message.step)
        else if ('ready' in message) resolve(message.ready)
        else reject(new Error(message.failed))
      })
      socket.on('error', () => {})
      socket.once('close', () => {
        reject(new Error('The database ended while starting.'))
        if (!releasing) void recover()
      })
    })
  }

  /** The keeper was killed: the next one ends what it left behind and starts anew. */
  async function recover() {
    say('The database was stopped from outside: starting it again')
    try {
      socket = await reachKeeper(dataDir, say, temporary)
      await follow()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }

  async function release() {
    releasing = true
    if (socket.destroyed) return
    const closed = new Promise<void>((done) => socket.once('close', () => done()))
    socket.write(`${LEAVE}\n`)
    await closed
  }
}
