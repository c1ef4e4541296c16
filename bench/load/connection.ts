import { connect, type Socket } from 'node:net'

/**
 * One kept-alive HTTP/1.1 connection, one request at a time, over a bare socket: a request costs the
 * generator a third of what `node:http` would, on cores it shares with what it measures.
 */
export class Connection {
  readonly #socket: Socket
  #received = ''
  #answered: ((status: number) => void) | undefined
  #failed: ((error: Error) => void) | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true).setEncoding('latin1')
    socket.on('data', (text: string) => this.#take(text))
    socket.on('error', (error) => this.#failed?.(error))
    socket.on('close', () => this.#failed?.(new Error('The server closed the connection')))
  }

  static open(port: number): Promise<Connection> {
    return new Promise((opened, failed) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('error', failed)
      socket.once('connect', () => opened(new Connection(socket)))
    })
  }

  /** @param request head and body, ASCII. @returns the status; a body is read and dropped. */
  send(request: string): Promise<number> {
    return new Promise((answered, failed) => {
      this.#answered = answered
      this.#failed = failed
      this.#socket.write(request, 'latin1')
    })
  }

  close(): void {
    this.#failed = undefined
    this.#socket.destroy()
  }

  #take(text: string): void {
    this.#received += text
    const end = endOfAnswer(this.#received)
    if (end < 0) return
    const status = Number(this.#received.slice(9, 12))
    this.#received = this.#received.slice(end)
    this.#answered?.(status)
  }
}

/** Where the first answer ends, or -1 while it is not whole. */
export function endOfAnswer(text: string): number {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return -1
  const body = head + 4
  if (text.startsWith('204', 9)) return body
  const fields = text.slice(0, head).toLowerCase()
  if (fields.includes('\r\ntransfer-encoding: chunked')) {
    const last = text.indexOf('0\r\n\r\n', body)
    return last < 0 ? -1 : last + 5
  }
  const length = Number(/\r\ncontent-length: (\d+)/.exec(fields)?.[1] ?? 0)
  return text.length < body + length ? -1 : body + length
}
