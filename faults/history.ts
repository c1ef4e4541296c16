import type { HttpResponse } from '#testing/http.ts'

/** How many responses of each status came within some time, and the slowest of them. */
export type Summary = { statuses: Map<number, number>; slowestMs: number }

/** Every response of a run, to be summed up for the time of each fault. */
export class History {
  readonly #responses: { at: number; status: number; ms: number }[] = []
  /** Why a response was not a 204, or none came, and how often. */
  readonly reasons = new Map<string, number>()

  record({ status, reason, ms }: HttpResponse): void {
    this.#responses.push({ at: Date.now(), status, ms })
    if (status === 204) return
    const name = `${status || 'none'}: ${reason}`
    this.reasons.set(name, (this.reasons.get(name) ?? 0) + 1)
  }

  /** Whether every response was one that an honest player may get while something is broken. */
  get isExpected(): boolean {
    return this.#responses.every(({ status }) => status === 204 || status === 0 || status === 503)
  }

  /** @param from @param to ms since 1970, `to` exclusive. */
  between(from: number, to: number): Summary {
    const statuses = new Map<number, number>()
    let slowestMs = 0
    for (const { at, status, ms } of this.#responses) {
      if (at < from || at >= to) continue
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      slowestMs = Math.max(slowestMs, ms)
    }
    return { statuses, slowestMs }
  }
}
