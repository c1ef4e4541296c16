import { isDatabaseAway } from '#db/client.ts'

const headers = { 'cache-control': 'no-store' }

export function jsonResponse(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers })
}

export function jsonRefusal(status: number, reason: string): Response {
  return jsonResponse({ reason }, status)
}

/** The response of `work`, or 503 with Retry-After while the database is away. */
export async function orDatabaseAway(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    const away = jsonRefusal(503, 'database-away')
    away.headers.set('retry-after', '5')
    return away
  }
}
