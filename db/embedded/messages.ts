import type { Socket } from 'node:net'

/**
 * What a supervisor sends to its clients, one JSON object per line. `step`: what it is doing;
 * `ready`: the contact point, sent again after a restart; `failed`: why the database did not start.
 */
export type Message = { step: string } | { ready: string } | { failed: string }

/**
 * What a client sends to release the database: the supervisor then closes the connection once it
 * has released it. The text is fixed: a supervisor of an older version may still be running.
 */
export const RELEASE = 'leave'

export function send(socket: Socket, message: Message): void {
  socket.write(`${JSON.stringify(message)}\n`)
}

/** Calls `onLine` with each complete line that arrives, without its line break. */
export function onLines(socket: Socket, onLine: (line: string) => void): void {
  let rest = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
}
