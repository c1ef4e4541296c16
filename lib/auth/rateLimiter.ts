import { deleteAttempt, insertAttempt, readAttempts } from '#db/attempts.ts'

/** At most `max` attempts of a kind by a key in a sliding window of `windowSeconds`. */
export type Limit = { kind: string; key: string; max: number; windowSeconds: number }

export type Attempt =
  | { ok: true; refund: () => Promise<void> }
  | { ok: false; reason: 'limited'; retryAfter: number }

/**
 * Consumes one attempt of every limit, before the work that is limited. An attempt is stored before the
 * attempts are counted, so that of any number of concurrent ones no more than `max` pass; a refused one
 * is deleted, so that refused attempts do not extend the wait.
 * @returns `refund` returns the attempt after a success; `retryAfter` is in seconds
 */
export async function consumeAttempt(limits: Limit[], now: Date): Promise<Attempt> {
  const full = await firstFull(limits, now, 0)
  if (full) return full
  const ids = await Promise.all(
    limits.map((limit) => insertAttempt(limit, now, limit.windowSeconds)),
  )
  const refund = async () => {
    await Promise.all(limits.map((limit, index) => deleteAttempt(limit, ids[index] ?? '')))
  }
  const overrun = await firstFull(limits, now, 1)
  if (!overrun) return { ok: true, refund }
  await refund()
  return overrun
}

/** Whether the next attempt would be refused; consumes none. */
export async function isRateLimited(limits: Limit[], now: Date): Promise<boolean> {
  return (await firstFull(limits, now, 0)) !== undefined
}

/** @param own how many of the counted attempts are the caller's own */
async function firstFull(limits: Limit[], now: Date, own: 0 | 1) {
  const full = await Promise.all(
    limits.map(async (limit) => {
      const since = new Date(now.getTime() - limit.windowSeconds * 1000)
      const attempts = await readAttempts(limit, since, limit.max + own)
      if (attempts.length < limit.max + own) return undefined
      const oldest = attempts.at(-1) ?? now
      const wait = oldest.getTime() + limit.windowSeconds * 1000 - now.getTime()
      return {
        ok: false,
        reason: 'limited',
        retryAfter: Math.max(1, Math.ceil(wait / 1000)),
      } as const
    }),
  )
  return full.find((refusal) => refusal !== undefined)
}

/** The wait in words: `in 40 seconds`, `in 3 minutes`. */
export function retryAfterText(seconds: number): string {
  if (seconds < 90) return `in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  return `in ${Math.ceil(seconds / 60)} minutes`
}
