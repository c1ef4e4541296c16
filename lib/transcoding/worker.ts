import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { missingTools } from './missingTools.ts'
import { runNextJob } from './runNextJob.ts'
import { waitForWakeup, wakeupCount } from './wakeup.ts'

type Worker = { stopping: AbortController; loop: Promise<void> }

const shared = onceAProcess('transcoding worker', (): { worker?: Worker } => ({}))

const POLL_INTERVAL_MS = 10_000

/** Starts transcoding uploads, one at a time. Idempotent: there is one worker in a process. */
export function startTranscodingWorker(): void {
  if (shared.worker) return
  const stopping = new AbortController()
  shared.worker = { stopping, loop: runLoop(stopping.signal) }
}

/** Stops the running job, which is queued again, and resolves when it has stopped. */
export async function stopTranscodingWorker(): Promise<void> {
  shared.worker?.stopping.abort()
  await shared.worker?.loop
}

async function runLoop(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const seen = wakeupCount()
    if (!(await tryNextJob(stopping))) await waitForWakeup(seen, POLL_INTERVAL_MS, stopping)
  }
}

async function tryNextJob(stopping: AbortSignal): Promise<boolean> {
  if (missingTools()) return false
  return runNextJob(stopping).catch((err) => {
    // The database client logs that the database is away.
    if (!isDatabaseAway(err)) log().error({ err }, 'transcoding job could not be run')
    return false
  })
}
