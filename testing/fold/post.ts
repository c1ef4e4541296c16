import { Agent, request } from 'node:http'

/** `status` 0: no answer came. */
export type Answer = { status: number; reason: string; ms: number }

export type Post = {
  port: number
  body: string | Buffer
  headers?: Record<string, string | undefined>
  method?: string
  /** ms; a request that hangs is one that failed, as in the browser. */
  patience?: number
}

const STALE = 'reset of a kept connection'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/**
 * One request to /api/watch as a page of the site would send it; an undefined header is left out. A
 * kept connection may be closed by the server just as it is used again: as a browser does, the
 * request then goes out once more.
 */
export async function post(wish: Post): Promise<Answer> {
  const answer = await postOnce(wish)
  return answer.reason === STALE ? postOnce(wish) : answer
}

function postOnce({ port, body, headers = {}, method = 'POST', patience = 20_000 }: Post) {
  const own = `127.0.0.1:${port}`
  const all = { origin: `http://${own}`, 'content-type': 'application/json', ...headers }
  const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  const began = performance.now()
  return new Promise<Answer>((answered) => {
    const end = (status: number, reason: string) =>
      answered({ status, reason, ms: performance.now() - began })
    const sending = request(
      { host: '127.0.0.1', port, path: '/api/watch', method, headers: said as never, agent },
      async (res) => {
        const text = await res.toArray().then(
          (parts) => parts.join(''),
          () => null,
        )
        if (text === null) end(0, 'cut off')
        else end(res.statusCode ?? 0, reasonIn(text))
      },
    )
    sending.setTimeout(patience, () => sending.destroy())
    sending.on('error', ({ code = 'no answer' }: NodeJS.ErrnoException) =>
      end(0, sending.reusedSocket && code === 'ECONNRESET' ? STALE : code),
    )
    sending.end(body)
  })
}

function reasonIn(text: string): string {
  try {
    return String(JSON.parse(text).reason)
  } catch {
    return ''
  }
}
