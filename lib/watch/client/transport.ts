import type { PostResult } from './sender.ts'

const ENDPOINT = '/api/watch'
const REQUEST_TIMEOUT_MS = 20_000

/** Sends a body and returns the response. The request outlives the page. */
export async function postBeacons(body: string): Promise<PostResult> {
  try {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      keepalive: true,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    })
    return {
      status: response.status,
      reason: await reasonOf(response),
      retryAfter: Number(response.headers.get('retry-after')) || undefined,
    }
  } catch {
    return { status: 0 }
  }
}

/**
 * Sends a body from a page that is being closed. Its status is 0 even when it arrives, since
 * `sendBeacon` returns no response: the beacons stay in the outbox and are sent again.
 */
export async function sendBeacons(body: string): Promise<PostResult> {
  const isQueued = navigator.sendBeacon?.(ENDPOINT, new Blob([body], { type: 'application/json' }))
  return isQueued ? { status: 0 } : postBeacons(body)
}

async function reasonOf(response: Response): Promise<string | undefined> {
  if (response.status === 204) return undefined
  const body: unknown = await response.json().catch(() => null)
  const reason = (body as { reason?: unknown } | null)?.reason
  return typeof reason === 'string' ? reason : undefined
}
