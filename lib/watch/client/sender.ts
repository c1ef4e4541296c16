import type { RefusalName } from '#lib/watch/protocol/refusal.ts'
import { packBatch } from './batch.ts'
import type { Outbox } from './outbox.ts'

/** What came back; status 0 when nothing did. `retryAfter` in seconds. */
export type PostAnswer = { status: number; reason?: string; retryAfter?: number }
/** Sends one body to `/api/watch`. Never throws. */
export type Post = (body: string) => Promise<PostAnswer>

export type Sender = {
  /** Sends what waits, batch after batch, unless it was told to wait itself. */
  deliver(): Promise<void>
  /** Sends all that waits at once, not minding what was said before: the page may be gone soon. */
  flush(post: Post): Promise<void>
  /** Whether it waits before it tries again. */
  isHeldUp(): boolean
  /** Forgets that it waits: the network is back. */
  tryAgainNow(): void
  /** Whether the server takes nothing of this playback any more. */
  hasEnded(): boolean
}

type Verdict = 'stored' | 'refused' | 'not now' | 'not as this member'

const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000
/** Together what keepalive requests may carry: 64 KiB, less what another one needs. */
const MAX_FLUSHED = 60 * 1024

const OVER: ReadonlySet<string | undefined> = new Set<RefusalName>([
  'token-ended',
  'false-token',
  'removed',
])
const OF_ANOTHER_MEMBER: RefusalName = 'another-members-token'

/** What an answer means for the beacons it is about. */
export function judge({ status, reason }: PostAnswer): Verdict {
  if (status === 204) return 'stored'
  // Its time is over, whoever logs in.
  if (status === 401 && OVER.has(reason)) return 'refused'
  if (status === 401 || reason === OF_ANOTHER_MEMBER) return 'not as this member'
  return [400, 403, 413, 422].includes(status) ? 'refused' : 'not now'
}

/** Carries one outbox to the server. `now` is ms since 1970, `random` 0..1. */
export function makeSender(
  outbox: Outbox,
  {
    post,
    now,
    random,
    warn,
  }: {
    post: Post
    now(): number
    random(): number
    warn(message: string): void
  },
): Sender {
  let waitUntil = 0
  let failures = 0
  let isOver = false
  let running: Promise<void> | null = null

  async function deliverAll() {
    // After a refusal one by one: a bad beacon refuses the whole request.
    let most = Number.POSITIVE_INFINITY
    while (now() >= waitUntil) {
      const batch = packBatch(outbox.owner.token, outbox.waiting(), now(), most)
      if (!batch) return
      const answer = await post(batch.body)
      if (judge(answer) === 'refused' && batch.seqs.length > 1) most = 1
      else settle(batch.seqs, answer)
    }
  }

  function settle(seqs: number[], answer: PostAnswer) {
    const verdict = judge(answer)
    isOver ||= verdict === 'refused' && answer.status === 401
    if (verdict === 'stored' || verdict === 'refused') {
      outbox.forget(seqs)
      failures = 0
      if (verdict === 'refused') warn(`Dropped beacon ${seqs.join(', ')}: ${tell(answer)}`)
      return
    }
    failures += 1
    const least = verdict === 'not as this member' ? LONGEST_WAIT : (answer.retryAfter ?? 0) * 1000
    waitUntil = now() + Math.max(least, backOff(failures)) * (1 + random() / 2)
  }

  return {
    deliver() {
      running ??= deliverAll().finally(() => {
        running = null
      })
      return running
    },
    async flush(send) {
      let waiting = outbox.waiting()
      let room = MAX_FLUSHED
      const sent: Promise<void>[] = []
      for (;;) {
        const batch = packBatch(outbox.owner.token, waiting, now())
        if (!batch || batch.body.length > room) break
        room -= batch.body.length
        waiting = waiting.slice(batch.seqs.length)
        sent.push(
          send(batch.body).then((answer) => {
            if (judge(answer) === 'stored') outbox.forget(batch.seqs)
          }),
        )
      }
      await Promise.all(sent)
    },
    isHeldUp: () => now() < waitUntil,
    tryAgainNow() {
      waitUntil = 0
    },
    hasEnded: () => isOver,
  }
}

/** 1, 2, 4 ... 60 s. */
function backOff(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1))
}

function tell({ status, reason }: PostAnswer): string {
  return reason ? `${status} ${reason}` : `${status}`
}
