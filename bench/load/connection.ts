import { connect, type Socket } from 'node:net'

/**
 * One kept-alive HTTP/1.1 connection over a bare socket, one request at a time. It replaces the test
 * kit's sender, because the generator shares the cores with what it measures: a request costs a third
 * of what it would with `node:http`.
 */
export class Connection {
  readonly #socket: Socket
  #received = ''
  #onResponse: ((status: number) => void) | undefined
  #onError: ((error: Error) => void) | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true).setEncoding('latin1')
    socket.on('data', (text: string) => this.#receive(text))
    socket.on('error', (error) => this.#onError?.(error))
    socket.on('close', () => this.#onError?.(new Error('The server closed the connection')))
  }

  static open(port: number): Promise<Connection> {
    return new Promise((opened, failed) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('error', failed)
      socket.once('connect', () => opened(new Connection(socket)))
    })
  }

  /** @param request head and body, ASCII. @returns the status; the body is read and discarded. */
  send(request: string): Promise<number> {
    return new Promise((answered, failed) => {
      this.#onResponse = answered
      this.#onError = failed
      this.#socket.write(request, 'latin1')
    })
  }

  close(): void {
    this.#onError = undefined
    this.#socket.destroy()
  }

  #receive(text: string): void {
    this.#received += text
    const end = endOfResponse(this.#received)
    if (end < 0) return
    const status = Number(this.#received.slice(9, 12))
    this.#received = this.#received.slice(end)
    this.#onResponse?.(status)
  }
}

/** The end of the first response in `text`, or -1 while it is incomplete. */
export function endOfResponse(text: string): number {
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
