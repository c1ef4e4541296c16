import { setTimeout as wait } from 'node:timers/promises'

export type UntilOptions = {
  /** Names the condition in the error message. */
  what: string
  withinMs: number
  everyMs?: number
}

/**
 * Polls until the condition returns something truthy.
 * @returns what it returned.
 * @throws Error naming `what`, when it is still falsy after `withinMs`; and whatever the condition throws.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { what, withinMs, everyMs = 100 }: UntilOptions,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const found = await condition()
    if (found) return found as Exclude<T, false | null | undefined>
    if (Date.now() > deadline) throw new Error(`Timed out after ${withinMs / 1000} s: ${what}`)
    await wait(everyMs)
  }
}
