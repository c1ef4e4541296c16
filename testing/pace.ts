import { setTimeout as wait } from 'node:timers/promises'

/** Lets through at most so many a second, without making up for what a standstill missed. */
export class Pace {
  readonly #perSecond: number
  #next = 0

  constructor(perSecond: number) {
    this.#perSecond = perSecond
  }

  async pass(count: number): Promise<void> {
    const now = Date.now()
    const turn = Math.max(now, this.#next)
    this.#next = turn + (count * 1000) / this.#perSecond
    if (turn > now) await wait(turn - now)
  }
}
