import { currentMember } from '#lib/auth/currentMember.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import { jsonRefusal, orDatabaseAway } from '#lib/jsonResponse.ts'
import { myData } from '#lib/members/myData.ts'

const HOUR = 3600

/** Everything the site knows of whoever asks, as a file. */
export function GET(): Promise<Response> {
  return orDatabaseAway(async () => {
    const member = await currentMember()
    if (!member) return jsonRefusal(401, 'not-logged-in')
    const now = new Date()
    const taken = await consumeAttempt(
      [{ kind: 'my-data', key: member.id, most: 20, seconds: HOUR }],
      now,
    )
    if (!taken.ok) return jsonRefusal(429, 'limited')
    return new Response(JSON.stringify(await myData(member.id, now), null, 2), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="framewise-my-data.json"',
      },
    })
  })
}
