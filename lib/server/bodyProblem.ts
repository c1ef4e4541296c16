import type { IncomingMessage } from 'node:http'

/** Below Next's own limit for forms, beyond which it reads the whole body and answers 500. */
const MAX_BODY_BYTES = 1_000_000

/** Checks the declared size of a body, before any of it is read. */
export function bodyProblem({
  headers,
}: Pick<IncomingMessage, 'headers'>): { status: number; reason: string } | undefined {
  const length = headers['content-length']
  if (length === undefined && headers['transfer-encoding']) {
    return { status: 411, reason: 'length-required' }
  }
  return Number(length) > MAX_BODY_BYTES ? { status: 413, reason: 'too-large' } : undefined
}
