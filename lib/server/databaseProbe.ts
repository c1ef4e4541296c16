import { isDatabaseUp } from '#db/client.ts'

const FRESH_MS = 250

export type Probe = () => Promise<boolean>

/**
 * Whether the database answers. Those who ask while a look is under way share its outcome, and it
 * stands for a quarter of a second: a crowd of requests costs four small reads a second.
 */
export function makeProbe(look: Probe = isDatabaseUp, now = Date.now): Probe {
  let asked: Promise<boolean> | undefined
  let until = 0
  return () => {
    if (!asked || now() >= until) {
      until = Number.POSITIVE_INFINITY
      asked = look().finally(() => {
        until = now() + FRESH_MS
      })
    }
    return asked
  }
}
