import { setTimeout as wait } from 'node:timers/promises'

/** Runs `work` until it succeeds or `stop` is aborted; `onFailure` hears of the first failure. */
export async function retryUntilAborted(
  work: () => Promise<void>,
  everyMs: number,
  stop: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<void> {
  for (let failed = false; !stop.aborted; failed = true) {
    try {
      return await work()
    } catch (error) {
      if (!failed) onFailure(error)
      await wait(everyMs, undefined, { signal: stop }).catch(() => {})
    }
  }
}
