import type { Socket } from 'node:net'

/**
 * What a keeper tells those who hold its database, one JSON object a line. `step`: what it is at;
 * `ready`: the contact point, also after a restart; `failed`: why there will be no database.
 */
export type Message = { step: string } | { ready: string } | { failed: string }

/** What a holder says before it goes: then the keeper closes the line when it is done, not before. */
export const LEAVE = 'leave'

export function send(socket: Socket, message: Message): void {
  socket.write(`${JSON.stringify(message)}\n`)
}

/** Calls `take` with each line that arrives. */
export function onLines(socket: Socket, take: (line: string) => void): void {
  let rest = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  })
}
