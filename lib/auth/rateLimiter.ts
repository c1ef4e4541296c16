import { deleteAttempt, insertAttempt, readAttempts } from '#db/attempts.ts'

/** At most `most` tries of a kind by a key in `seconds`. */
export type Limit = { kind: string; key: string; max: number; windowSeconds: number }

export type Attempt =
  | { ok: true; refund: () => Promise<void> }
  | { ok: false; reason: 'limited'; retryAfter: number }

/**
 * Takes one try of every limit, before the work that is limited. Each is noted before it is counted,
 * so that of any number at the same time no more than `most` pass; a refused one is taken back, so
 * that hammering does not shut anyone out for longer.
 * @returns `refund` for a try that turned out well; `retryAfter` in seconds.
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

/** Whether the next try would be refused; it takes none. */
export async function isRateLimited(limits: Limit[], now: Date): Promise<boolean> {
  return (await firstFull(limits, now, 0)) !== undefined
}

/** @param mine how many of the tries that are counted are this one's own. */
async function firstFull(limits: Limit[], now: Date, mine: 0 | 1) {
  const full = await Promise.all(
    limits.map(async (limit) => {
      const since = new Date(now.getTime() - limit.windowSeconds * 1000)
      const tries = await readAttempts(limit, since, limit.max + mine)
      if (tries.length < limit.max + mine) return undefined
      const oldest = tries.at(-1) ?? now
      const wait = oldest.getTime() + limit.windowSeconds * 1000 - now.getTime()
      return {
        ok: false,
        reason: 'limited',
        retryAfter: Math.max(1, Math.ceil(wait / 1000)),
      } as const
    }),
  )
  return full.find((answer) => answer !== undefined)
}

/** `in 40 seconds`, `in 3 minutes`: when to come back, for people. */
export function retryAfterText(seconds: number): string {
  if (seconds < 90) return `in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  return `in ${Math.ceil(seconds / 60)} minutes`
}
