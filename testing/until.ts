import { setTimeout as wait } from 'node:timers/promises'

/** Asks until the answer is truthy. @throws Error naming what was waited for, after `seconds`. */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => T | Promise<T>,
  every = 100,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer) return answer as Exclude<T, false | null | undefined>
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain for ${what}`)
    await wait(every)
  }
}
