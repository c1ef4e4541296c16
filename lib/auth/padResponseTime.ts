import { setTimeout as wait } from 'node:timers/promises'

/**
 * Does the work, and answers at the next whole step of `stepMs` after its beginning: what took a few
 * conditional writes more than another is answered in the same time.
 */
export async function padResponseTime<T>(stepMs: number, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  try {
    return await work()
  } finally {
    await wait(stepMs - ((performance.now() - begun) % stepMs))
  }
}
