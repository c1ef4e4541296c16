import type { PostAnswer } from './sender.ts'

const ADDRESS = '/api/watch'
/** A request that hangs is one that failed, in ms. */
const PATIENCE = 20_000

/** Sends and hears the answer; goes on when the page goes. */
export async function postBeacons(body: string): Promise<PostAnswer> {
  try {
    const answer = await fetch(ADDRESS, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE),
    })
    return {
      status: answer.status,
      reason: await reasonOf(answer),
      retryAfter: Number(answer.headers.get('retry-after')) || undefined,
    }
  } catch {
    return { status: 0 }
  }
}

/** Sends from a page that ends. It never hears the answer: what is sent stays until one is heard. */
export async function sendBeacons(body: string): Promise<PostAnswer> {
  const isQueued = navigator.sendBeacon?.(ADDRESS, new Blob([body], { type: 'application/json' }))
  return isQueued ? { status: 0 } : postBeacons(body)
}

async function reasonOf(answer: Response): Promise<string | undefined> {
  if (answer.status === 204) return undefined
  const body: unknown = await answer.json().catch(() => null)
  const reason = (body as { reason?: unknown } | null)?.reason
  return typeof reason === 'string' ? reason : undefined
}
