import { browserStorage, warn } from './browserStorage.ts'
import { type Outbox, openOutbox, outboxesOf } from './outbox.ts'
import { backupsOf, deleteBackup } from './outboxBackup.ts'
import { whenAbandoned } from './playbackLock.ts'
import { makeSender } from './sender.ts'
import { postBeacons } from './transport.ts'

/** Without locks a page may still be alive; one that plays keeps its open part newer than this, ms. */
const SURELY_GONE = 5 * 60_000

/** Sends what pages of this member left behind when they were closed, killed or offline. */
export async function sendAbandonedOutboxes(memberId: string): Promise<void> {
  for (const copy of await backupsOf(memberId)) {
    await whenAbandoned(copy.owner.playbackId, async (isSure) => {
      if (isSure) openOutbox(browserStorage(), copy.owner).takeIn(copy)
    })
  }
  for (const outbox of outboxesOf(browserStorage(), memberId)) {
    await whenAbandoned(outbox.owner.playbackId, (isSure) => empty(outbox, isSure))
  }
}

async function empty(outbox: Outbox, isSure: boolean): Promise<void> {
  const isGone = isSure || Date.now() - (outbox.openKeptAt() ?? 0) > SURELY_GONE
  if (isGone) outbox.sealOpen()
  const parts = { post: postBeacons, now: Date.now, random: Math.random, warn }
  await makeSender(outbox, parts).deliver()
  if (!isGone || outbox.waiting().length > 0) return
  await deleteBackup(outbox.owner.playbackId)
  outbox.remove()
}
