import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import { runNextJob } from './runNextJob.ts'
import { missingTools } from './tools.ts'
import { untilWakeup, wakeupsSoFar } from './wakeup.ts'

type Worker = { stopping: AbortController; loop: Promise<void> }

const scope = globalThis as { framewiseVideoWorker?: Worker }

const EVERY_MS = 10_000

/** Begins to make videos of what was uploaded, one at a time; once a process however often called. */
export function startTranscodingWorker(): void {
  if (scope.framewiseVideoWorker) return
  const stopping = new AbortController()
  scope.framewiseVideoWorker = { stopping, loop: goOn(stopping.signal) }
}

/** Ends the work that is under way: the file waits for the next start. */
export async function stopTranscodingWorker(): Promise<void> {
  scope.framewiseVideoWorker?.stopping.abort()
  await scope.framewiseVideoWorker?.loop
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
