import { browserStorage, warn } from './browserStorage.ts'
import { type Outbox, openOutbox, outboxesOf } from './outbox.ts'
import { backupsOf, deleteBackup } from './outboxBackup.ts'
import { ifAbandoned } from './playbackLock.ts'
import { makeSender } from './sender.ts'
import { postBeacons } from './transport.ts'

/**
 * Without locks the page of an outbox may still be alive; while it plays it saves its open part at
 * least this often.
 */
const OPEN_PART_EXPIRES_MS = 5 * 60_000

/**
 * Sends what pages of this member left unsent when they were closed, killed or offline: sealed
 * beacons and the part of one that was still open, which `outbox.ts` saves in localStorage once a
 * second, and the copy in IndexedDB that `outboxBackup.ts` makes for browsers that crash.
 */
export async function sendAbandonedOutboxes(memberId: string): Promise<void> {
  for (const copy of await backupsOf(memberId)) {
    await ifAbandoned(copy.owner.playbackId, async (isCertain) => {
      if (isCertain) openOutbox(browserStorage(), copy.owner).restore(copy)
    })
  }
  for (const outbox of outboxesOf(browserStorage(), memberId)) {
    await ifAbandoned(outbox.owner.playbackId, (isCertain) => sendAll(outbox, isCertain))
  }
}

async function sendAll(outbox: Outbox, isCertain: boolean): Promise<void> {
  const isAbandoned = isCertain || Date.now() - (outbox.openSavedAt() ?? 0) > OPEN_PART_EXPIRES_MS
  if (isAbandoned) outbox.sealOpen()
  const dependencies = { post: postBeacons, now: Date.now, random: Math.random, warn }
  await makeSender(outbox, dependencies).deliver()
  if (!isAbandoned || outbox.waiting().length > 0) return
  await deleteBackup(outbox.owner.playbackId)
  outbox.deleteAll()
}
