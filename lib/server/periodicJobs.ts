import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import { deliverDue } from '#lib/mail/deliver.ts'
import { finishDepartures } from '#lib/members/finishDepartures.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

type Chores = { stopping: AbortController; loop: Promise<void> }

const shared = onceAProcess('periodic jobs', (): { jobs?: Chores } => ({}))

const EVERY_MS = 60_000
const CHORES = { 'sending mails again': deliverDue, 'deleting accounts': finishDepartures }

/** Begins what is to be done now and then, once a process however often it is called. */
export function startPeriodicJobs(): void {
  if (shared.jobs) return
  const stopping = new AbortController()
  shared.jobs = { stopping, loop: goOn(stopping.signal) }
}

/** Ends the chore that is under way, and begins no other. */
export async function stopPeriodicJobs(): Promise<void> {
  shared.jobs?.stopping.abort()
  await shared.jobs?.loop
}

async function goOn(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    for (const [chore, work] of Object.entries(CHORES)) {
      await work(new Date()).catch((err) => {
        // Whoever serves pages says so already.
        if (!isDatabaseAway(err)) log().error({ err, chore }, 'a chore was left undone')
      })
    }
    await sleep(EVERY_MS, undefined, { signal: stopping }).catch(() => {})
  }
}
