import { revokeSession } from '#lib/auth/session.ts'
import type { Random } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims, readToken, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { type HostileRequest, makeHostile, namedIn, type Valid } from './hostile.ts'
import { loggedNumbers } from './loggedNumbers.ts'

type Someone = { id: string; sessionId: string; cookie: string }
type Answer = { status: number; reason: string }

export type Outcome = {
  /** How many answers of each status. */
  statuses: Map<number, number>
  /** Requests that were not answered, or as no request may be: by its kind, and with what. */
  wrong: string[]
  /** Numbers in the log that no 204 accounts for, and numbers a 204 was given for without a row. */
  unaccounted: string[]
  missing: string[]
}

const HOUR = 3_600_000
/** Requests a playback: fewer than a minute allows. */
const REQUESTS_EACH = 20

/**
 * Sends requests made from valid ones, and afterwards looks whether the log holds exactly what was
 * acknowledged.
 * @param people of whom the first attacks and the last is logged out
 */
export async function attack(
  count: number,
  {
    people: [attacker, other, gone],
    video,
    random,
    width,
    send,
  }: {
    people: readonly [Someone, Someone, Someone]
    video: Video
    random: Random
    width: number
    send(request: HostileRequest): Promise<Answer>
  },
): Promise<Outcome> {
  const began = Date.now()
  await revokeSession(gone.id, gone.sessionId, new Date())
  const outcome: Outcome = { statuses: new Map(), wrong: [], unaccounted: [], missing: [] }
  const acknowledged = new Set<string>()
  const old = { ...newClaims(attacker.id, video, began - 2 * HOUR), end: began - HOUR }
  const others: Omit<Valid, 'body'> = {
    cookie: attacker.cookie,
    foreignToken: signToken(newClaims(other.id, video, began - HOUR)),
    endedToken: signToken(old),
    foreignCookie: other.cookie,
    endedCookie: gone.cookie,
  }
  let left = count
  const work = async () => {
    for (;;) {
      const token = signToken(newClaims(attacker.id, video, Date.now() - HOUR))
      for (let seq = 0; seq < REQUESTS_EACH; seq++) {
        if (left-- <= 0) return
        const request = makeHostile({ body: bodyOf(token, seq * 2), ...others }, random)
        note(request, await send(request))
      }
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  const viewers = new Set([attacker, other, gone].map(({ id }) => id))
  const logged = await loggedNumbers(viewers, began)
  outcome.unaccounted = [...logged].filter((number) => !acknowledged.has(number))
  outcome.missing = [...acknowledged].filter((number) => !logged.has(number))
  return outcome

  function note({ kind, body }: HostileRequest, { status, reason }: Answer) {
    outcome.statuses.set(status, (outcome.statuses.get(status) ?? 0) + 1)
    if (status === 0 || status >= 500) outcome.wrong.push(`${kind}: ${status} ${reason}`)
    if (status !== 204) return
    const { token, seqs } = namedIn(body)
    for (const seq of seqs) acknowledged.add(`${readToken(token)?.playbackId}/${seq}`)
  }
}

function bodyOf(token: string, seq: number): Valid['body'] {
  const beacon = { position: 90, ended: false, segments: [[0, 90, 1, 1] as const] }
  const second = { position: 9, ended: true, segments: [[1, 9, 1.5, 0] as const] }
  return {
    token,
    age: 0,
    beacons: [
      { seq, ...beacon },
      { seq: seq + 1, ...second },
    ],
  }
}
