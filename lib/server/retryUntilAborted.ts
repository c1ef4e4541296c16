import { setTimeout as wait } from 'node:timers/promises'

/** Retries `work` until it succeeds or `stop` is aborted; calls `onFailure` with the first error only. */
export async function retryUntilAborted(
  work: () => Promise<void>,
  delayMs: number,
  stop: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<void> {
  for (let failed = false; !stop.aborted; failed = true) {
    try {
      return await work()
    } catch (error) {
      if (!failed) onFailure(error)
      await wait(delayMs, undefined, { signal: stop }).catch(() => {})
    }
  }
}
