import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { runNextJob } from './runNextJob.ts'
import { missingTools } from './tools.ts'
import { untilWakeup, wakeupsSoFar } from './wakeup.ts'

type Worker = { stopping: AbortController; loop: Promise<void> }

const shared = onceAProcess('transcoding worker', (): { worker?: Worker } => ({}))

const EVERY_MS = 10_000

/** Begins to make videos of what was uploaded, one at a time; once a process however often called. */
export function startTranscodingWorker(): void {
  if (shared.worker) return
  const stopping = new AbortController()
  shared.worker = { stopping, loop: goOn(stopping.signal) }
}

/** Ends the work that is under way: the file waits for the next start. */
export async function stopTranscodingWorker(): Promise<void> {
  shared.worker?.stopping.abort()
  await shared.worker?.loop
}

async function goOn(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const heard = wakeupsSoFar()
    if (!(await didSomething(stopping))) await untilWakeup(heard, EVERY_MS, stopping)
  }
}

async function didSomething(stopping: AbortSignal): Promise<boolean> {
  if (missingTools()) return false
  return runNextJob(stopping).catch((err) => {
    // Whoever serves pages says so already.
    if (!isDatabaseAway(err)) log().error({ err }, 'a video could not be worked on')
    return false
  })
}
