import type { ServerResponse } from 'node:http'

const METHODS = ['writeHead', 'flushHeaders', 'write', 'end'] as const
type Method = (typeof METHODS)[number]
/** What only the first call of can do anything. */
const HEAD_METHODS = new Set<Method>(['writeHead', 'flushHeaders'])
type Call = (...args: unknown[]) => unknown

/**
 * Lets an answer pass as it is, unless its status is 500: that one is kept back until it is whole.
 * Then `replace`, told the type of what was to be sent, may send another instead, on an answer
 * without headers; if it returns false, the one kept back goes out.
 */
export function replaceServerErrors(
  res: ServerResponse,
  replace: (contentType: unknown) => Promise<boolean>,
): void {
  const { writeHead, flushHeaders, write, end } = res
  const original = { writeHead, flushHeaders, write, end } as Record<Method, Call>
  const held: Array<() => void> = []
  let passing = false

  for (const method of METHODS) {
    const call = (...args: unknown[]) => {
      const status = method === 'writeHead' ? args[0] : res.statusCode
      // Not undone here: compression has put itself on top by now, and must stay there.
      passing ||= status !== 500 && held.length === 0
      if (passing) return original[method].apply(res, args)
      if (method === 'write') acknowledge(args)
      // Whoever is on top asks for the head again and again, for it sees that none has been sent.
      if (!HEAD_METHODS.has(method) || held.length === 0)
        held.push(() => original[method].apply(res, args))
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
    for (const send of held) send()
  }
}

/** A stream that is piped in goes on only when its last chunk is said to be written. */
function acknowledge(args: unknown[]) {
  if (typeof args.at(-1) === 'function') process.nextTick(args.pop() as () => void)
}
