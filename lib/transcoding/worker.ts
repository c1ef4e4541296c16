import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import { workOnce } from './runNextJob.ts'
import { missingTools } from './tools.ts'
import { ringsSoFar, untilBell } from './wakeup.ts'

type Worker = { stopping: AbortController; loop: Promise<void> }

const scope = globalThis as { framewiseFilmWorker?: Worker }

const EVERY_MS = 10_000

/** Begins to make films of what was uploaded, one at a time; once a process however often called. */
export function startFilmWorker(): void {
  if (scope.framewiseFilmWorker) return
  const stopping = new AbortController()
  scope.framewiseFilmWorker = { stopping, loop: goOn(stopping.signal) }
}

/** Ends the work that is under way: the file waits for the next start. */
export async function stopFilmWorker(): Promise<void> {
  scope.framewiseFilmWorker?.stopping.abort()
  await scope.framewiseFilmWorker?.loop
}

async function goOn(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const heard = ringsSoFar()
    if (!(await didSomething(stopping))) await untilBell(heard, EVERY_MS, stopping)
  }
}

async function didSomething(stopping: AbortSignal): Promise<boolean> {
  if (missingTools()) return false
  return workOnce(stopping).catch((err) => {
    // Whoever serves pages says so already.
    if (!isDatabaseAway(err)) log().error({ err }, 'a film could not be worked on')
    return false
  })
}
