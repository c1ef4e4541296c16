import { setTimeout as wait } from 'node:timers/promises'
import type { Person } from '#testing/people.ts'

type Credentials = Pick<Person, 'email' | 'password'>

/** A header as a trusted proxy sets it (TRUSTED_PROXIES), with another network each time. */
export const fromRandomAddress = () => ({
  'x-forwarded-for': `2001:db8:${groupOf()}:${groupOf()}::1`,
})
const groupOf = () => Math.floor(Math.random() * 0xffff).toString(16)

/** Logs in through NextAuth's endpoint, with one CSRF token and its cookie. */
export class LogIns {
  readonly #origin: string
  readonly #csrfToken: string
  readonly #cookie: string

  private constructor(origin: string, csrfToken: string, cookie: string) {
    this.#origin = origin
    this.#csrfToken = csrfToken
    this.#cookie = cookie
  }

  static async open(port: number): Promise<LogIns> {
    const origin = `http://127.0.0.1:${port}`
    const answer = await fetch(`${origin}/api/auth/csrf`)
    const { csrfToken } = (await answer.json()) as { csrfToken: string }
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return new LogIns(origin, csrfToken, cookie)
  }

  /** One attempt. @returns the status, and the seconds of Retry-After, 0 without one. */
  async try({ email, password }: Credentials): Promise<{ status: number; retryAfter: number }> {
    const answer = await fetch(`${this.#origin}/api/auth/callback/credentials`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: this.#origin,
        cookie: this.#cookie,
        ...fromRandomAddress(),
      },
      body: JSON.stringify({ email, password, csrfToken: this.#csrfToken, json: 'true' }),
    })
    await answer.arrayBuffer()
    return { status: answer.status, retryAfter: Number(answer.headers.get('retry-after') ?? 0) }
  }

  /**
   * All accounts log in concurrently, again and again, until `stop`; a Retry-After is obeyed.
   * @returns the number of responses by status
   */
  async repeatAll(accounts: readonly Person[], stop: AbortSignal): Promise<Map<number, number>> {
    const answers = new Map<number, number>()
    const keepTrying = async (account: Credentials) => {
      while (!stop.aborted) {
        const { status, retryAfter } = await this.try(account)
        answers.set(status, (answers.get(status) ?? 0) + 1)
        await wait(retryAfter * 1000, undefined, { signal: stop }).catch(() => {})
      }
    }
    await Promise.all(accounts.map(keepTrying))
    return answers
  }
}
