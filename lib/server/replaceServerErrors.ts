import type { ServerResponse } from 'node:http'

const METHODS = ['writeHead', 'flushHeaders', 'write', 'end'] as const
type Method = (typeof METHODS)[number]
/** Methods of which only the first call has an effect. */
const HEAD_METHODS = new Set<Method>(['writeHead', 'flushHeaders'])
type Call = (...args: unknown[]) => unknown

/**
 * Passes a response through, unless its status is 500: then its calls are buffered until it ends.
 * `replace`, called with its content type, can then send another response, with all headers removed; if
 * it returns false, the buffered response is sent.
 */
export function replaceServerErrors(
  res: ServerResponse,
  replace: (contentType: unknown) => Promise<boolean>,
): void {
  const { writeHead, flushHeaders, write, end } = res
  const original = { writeHead, flushHeaders, write, end } as Record<Method, Call>
  const buffered: Array<() => void> = []
  let isPassThrough = false

  for (const method of METHODS) {
    const call = (...args: unknown[]) => {
      const status = method === 'writeHead' ? args[0] : res.statusCode
      // The methods stay wrapped: compression has wrapped them again by now.
      isPassThrough ||= status !== 500 && buffered.length === 0
      if (isPassThrough) return original[method].apply(res, args)
      if (method === 'write') acknowledge(args)
      // The outer wrapper sends the head repeatedly, because it sees that none has been sent.
      if (!HEAD_METHODS.has(method) || buffered.length === 0)
        buffered.push(() => original[method].apply(res, args))
      if (method === 'end') void settle()
      return method === 'write' || res
    }
    Object.assign(res, { [method]: call })
  }

  async function settle() {
    const headers = res.getHeaders()
    Object.assign(res, original)
    for (const name of Object.keys(headers)) res.removeHeader(name)
    if (await replace(headers['content-type'])) return
    for (const [name, value] of Object.entries(headers)) if (value) res.setHeader(name, value)
    for (const send of buffered) send()
  }
}

/** A piped stream continues only after the callback of its last chunk. */
function acknowledge(args: unknown[]) {
  if (typeof args.at(-1) === 'function') process.nextTick(args.pop() as () => void)
}
