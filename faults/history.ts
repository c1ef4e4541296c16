import type { Answer } from '#testing/fold/post.ts'

type Heard = { at: number; status: number; ms: number }

/** How often which status came between two moments, and the longest answer of all, in ms. */
export type Summary = { statuses: Map<number, number>; longest: number }

/** Every answer of a run, to be summed up for the time of each fault. */
export class History {
  readonly #heard: Heard[] = []
  /** Why no answer, or another than 204, came, and how often. */
  readonly reasons = new Map<string, number>()

  note({ status, reason, ms }: Answer): void {
    this.#heard.push({ at: Date.now(), status, ms })
    if (status === 204) return
    const name = `${status || 'none'}: ${reason}`
    this.reasons.set(name, (this.reasons.get(name) ?? 0) + 1)
  }

  /** Whether every answer was one that an honest player may meet while something is broken. */
  get areExpected(): boolean {
    return this.#heard.every(({ status }) => status === 204 || status === 0 || status === 503)
  }

  between(from: number, to: number): Summary {
    const statuses = new Map<number, number>()
    let longest = 0
    for (const { at, status, ms } of this.#heard) {
      if (at < from || at >= to) continue
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      longest = Math.max(longest, ms)
    }
    return { statuses, longest }
  }
}
