import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import { retryDueMails } from '#lib/mail/delivery.ts'
import { deleteDueAccounts } from '#lib/members/deleteDueAccounts.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

type JobLoop = { stopping: AbortController; loop: Promise<void> }

const shared = onceAProcess('periodic jobs', (): { jobs?: JobLoop } => ({}))

const INTERVAL_MS = 60_000
const JOBS = { 'sending mails again': retryDueMails, 'deleting accounts': deleteDueAccounts }

/** Begins what is to be done now and then, once a process however often it is called. */
export function startPeriodicJobs(): void {
  if (shared.jobs) return
  const stopping = new AbortController()
  shared.jobs = { stopping, loop: runLoop(stopping.signal) }
}

/** Ends the chore that is under way, and begins no other. */
export async function stopPeriodicJobs(): Promise<void> {
  shared.jobs?.stopping.abort()
  await shared.jobs?.loop
}

async function runLoop(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    for (const [chore, work] of Object.entries(JOBS)) {
      await work(new Date()).catch((err) => {
        // Whoever serves pages says so already.
        if (!isDatabaseAway(err)) log().error({ err, chore }, 'a chore was left undone')
      })
    }
    await sleep(INTERVAL_MS, undefined, { signal: stopping }).catch(() => {})
  }
}
