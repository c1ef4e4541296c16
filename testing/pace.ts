import { setTimeout as wait } from 'node:timers/promises'

/** A rate limit: at most `perSecond` a second. Time in which nothing passed is not made up for. */
export class Pace {
  readonly #perSecond: number
  #next = 0

  constructor(perSecond: number) {
    this.#perSecond = perSecond
  }

  /** Waits until `count` more may pass. */
  async pass(count: number): Promise<void> {
    const now = Date.now()
    const turn = Math.max(now, this.#next)
    this.#next = turn + (count * 1000) / this.#perSecond
    if (turn > now) await wait(turn - now)
  }
}

/**
 * A schedule, for an open-loop load: waits until number `number` of `perSecond` a second is due. A
 * late caller does not wait, so the load catches up.
 * @param begun the start of the schedule (performance.now())
 */
export async function untilDue(number: number, perSecond: number, begun: number): Promise<void> {
  const early = begun + (number * 1000) / perSecond - performance.now()
  if (early > 1) await wait(early)
}
