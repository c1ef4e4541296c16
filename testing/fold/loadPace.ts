import { setTimeout as wait } from 'node:timers/promises'

/** Resolves when it is the `number`th's turn, at `perSecond` since `begun` (performance.now()). */
export async function turnOf(number: number, perSecond: number, begun: number): Promise<void> {
  const early = begun + (number * 1000) / perSecond - performance.now()
  if (early > 1) await wait(early)
}
