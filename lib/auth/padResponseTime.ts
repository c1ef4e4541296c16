import { setTimeout as wait } from 'node:timers/promises'

/**
 * Runs `work` and delays its result to the next multiple of `stepMs` after the start, so that the
 * response time does not reveal a few conditional writes more or less.
 */
export async function padResponseTime<T>(stepMs: number, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  try {
    return await work()
  } finally {
    await wait(stepMs - ((performance.now() - startedAt) % stepMs))
  }
}
