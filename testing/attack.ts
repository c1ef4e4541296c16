import { revokeSession } from '#lib/auth/session.ts'
import type { Random } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims, readToken, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { acknowledgedBy, type HostileRequest, makeHostile, type Valid } from './hostile.ts'
import { readLoggedSeqs } from './loggedSeqs.ts'
import type { LoggedIn } from './people.ts'

type Response = { status: number; reason: string }

export type AttackReport = {
  /** How many responses of each status. */
  statuses: Map<number, number>
  /** Requests without a response, or with one that no request may get: the kind, and the response. */
  wrong: string[]
  /** `PLAYBACK/SEQ` of rows in the log that no 204 accounts for. */
  unaccounted: string[]
  /** `PLAYBACK/SEQ` acknowledged by a 204 and not in the log. */
  missing: string[]
}

const HOUR_MS = 3_600_000
/** Fewer than the limit of a minute. */
const REQUESTS_A_PLAYBACK = 20

/**
 * Sends requests derived from valid ones, then checks that the log holds exactly what was
 * acknowledged.
 * @param people the attacker; another member; a member whose session is revoked first
 */
export async function attack(
  count: number,
  {
    people: [attacker, other, gone],
    video,
    random,
    concurrency,
    send,
  }: {
    people: readonly [LoggedIn, LoggedIn, LoggedIn]
    video: Video
    random: Random
    concurrency: number
    send(request: HostileRequest): Promise<Response>
  },
): Promise<AttackReport> {
  const began = Date.now()
  await revokeSession(gone.id, gone.sessionId, new Date())
  const report: AttackReport = { statuses: new Map(), wrong: [], unaccounted: [], missing: [] }
  const acknowledged = new Set<string>()
  const old = { ...newClaims(attacker.id, video, began - 2 * HOUR_MS), end: began - HOUR_MS }
  const valid: Omit<Valid, 'body'> = {
    cookie: attacker.cookie,
    foreignToken: signToken(newClaims(other.id, video, began - HOUR_MS)),
    endedToken: signToken(old),
    foreignCookie: other.cookie,
    endedCookie: gone.cookie,
  }
  let left = count
  const work = async () => {
    for (;;) {
      const token = signToken(newClaims(attacker.id, video, Date.now() - HOUR_MS))
      for (let seq = 0; seq < REQUESTS_A_PLAYBACK; seq++) {
        if (left-- <= 0) return
        const request = makeHostile({ body: bodyOf(token, seq * 2), ...valid }, random)
        record(request, await send(request))
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  const viewers = new Set([attacker, other, gone].map(({ id }) => id))
  const logged = await readLoggedSeqs(viewers, began)
  report.unaccounted = [...logged].filter((seq) => !acknowledged.has(seq))
  report.missing = [...acknowledged].filter((seq) => !logged.has(seq))
  return report

  function record({ kind, body }: HostileRequest, { status, reason }: Response) {
    report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1)
    if (status === 0 || status >= 500) report.wrong.push(`${kind}: ${status} ${reason}`)
    if (status !== 204) return
    const { token, seqs } = acknowledgedBy(body)
    for (const seq of seqs) acknowledged.add(`${readToken(token)?.playbackId}/${seq}`)
  }
}

function bodyOf(token: string, seq: number): Valid['body'] {
  const beacon = { position: 90, ended: false, segments: [[0, 90, 1, 1] as const] }
  const other = { position: 9, ended: true, segments: [[1, 9, 1.5, 0] as const] }
  return {
    token,
    age: 0,
    beacons: [
      { seq, ...beacon },
      { seq: seq + 1, ...other },
    ],
  }
}
