import { currentMember } from '#lib/auth/currentMember.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import { jsonRefusal, orDatabaseAway } from '#lib/jsonResponse.ts'
import { exportMemberData } from '#lib/members/exportMemberData.ts'

const HOUR = 3600

/** All data of the current member, as a file. */
export function GET(): Promise<Response> {
  return orDatabaseAway(async () => {
    const member = await currentMember()
    if (!member) return jsonRefusal(401, 'not-logged-in')
    const now = new Date()
    const attempt = await consumeAttempt(
      [{ kind: 'my-data', key: member.id, max: 20, windowSeconds: HOUR }],
      now,
    )
    if (!attempt.ok) return jsonRefusal(429, 'limited')
    return new Response(JSON.stringify(await exportMemberData(member.id, now), null, 2), {
      headers: {
        'Cache-Control': 'private, no-store',
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="framewise-my-data.json"',
      },
    })
  })
}
