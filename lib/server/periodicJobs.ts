import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import { retryDueMails } from '#lib/mail/delivery.ts'
import { deleteDueAccounts } from '#lib/members/deleteDueAccounts.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

type JobLoop = { stopping: AbortController; loop: Promise<void> }

const shared = onceAProcess('periodic jobs', (): { jobs?: JobLoop } => ({}))

const INTERVAL_MS = 60_000
const JOBS = { 'mail retries': retryDueMails, 'account deletions': deleteDueAccounts }

/** Starts the periodic jobs, once per process. */
export function startPeriodicJobs(): void {
  if (shared.jobs) return
  const stopping = new AbortController()
  shared.jobs = { stopping, loop: runLoop(stopping.signal) }
}

/** Stops after the job in progress. */
export async function stopPeriodicJobs(): Promise<void> {
  shared.jobs?.stopping.abort()
  await shared.jobs?.loop
}

async function runLoop(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    for (const [job, run] of Object.entries(JOBS)) {
      await run(new Date()).catch((err) => {
        // The pages report an outage already.
        if (!isDatabaseAway(err)) log().error({ err, job }, 'a periodic job failed')
      })
    }
    await sleep(INTERVAL_MS, undefined, { signal: stopping }).catch(() => {})
  }
}
