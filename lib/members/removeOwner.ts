import { isDatabaseAway } from '#db/client.ts'
import { initSetting, readSetting, readSettingSerial, replaceSetting } from '#db/settings.ts'
import { readOwners, type UserRow } from '#db/users.ts'

/** The queue of owners being removed, who do not count as remaining owners. */
const REMOVAL_QUEUE = 'leaving_owners'
const MAX_ATTEMPTS = 20

export type RemoveOwnerResult = { ok: true } | { ok: false; reason: 'last-owner' | 'busy' }

/**
 * Removes an owner, unless no other would remain. Each removal first joins a queue, kept in one row with
 * conditional writes, and then counts the owners not ahead of it in the queue: of two concurrent
 * removals the second fails when they are the last. A crash in between leaves an owner in the queue: one
 * owner too few is counted, never one too many.
 */
export async function removeOwner(
  userId: string,
  remove: () => Promise<void>,
  owners: () => Promise<UserRow[]> = readOwners,
): Promise<RemoveOwnerResult> {
  const enqueue = (queue: string[]) => (queue.includes(userId) ? queue : [...queue, userId])
  if (!(await updateQueue(enqueue))) return { ok: false, reason: 'busy' }
  // In this order: an owner who has left the queue is no longer an owner when the owners are read.
  const queue = parseIds((await readSetting(REMOVAL_QUEUE)) ?? '')
  const leaving = new Set(queue.slice(0, queue.indexOf(userId) + 1))
  if (!leaving.has(userId)) return { ok: false, reason: 'busy' }
  const remaining = (await owners()).filter((owner) => isActive(owner) && !leaving.has(owner.id))
  if (remaining.length > 0) await remove()
  await clearOwnerRemoval(userId)
  return remaining.length > 0 ? { ok: true } : { ok: false, reason: 'last-owner' }
}

/** Takes an owner out of the queue, once removed or made an owner again. */
export async function clearOwnerRemoval(userId: string): Promise<void> {
  await updateQueue((queue) => queue.filter((id) => id !== userId))
}

/**
 * After a conditional write that timed out its outcome is unknown: the next attempt reads the row again.
 * @returns false when every attempt lost against a concurrent write
 */
async function updateQueue(change: (queue: string[]) => string[]): Promise<boolean> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    try {
      const stored =
        (await readSettingSerial(REMOVAL_QUEUE)) ?? (await initSetting(REMOVAL_QUEUE, ''))
      const changed = change(parseIds(stored)).join(' ')
      if (changed === stored || (await replaceSetting(REMOVAL_QUEUE, stored, changed))) return true
    } catch (error) {
      if (!isDatabaseAway(error) || attempt === MAX_ATTEMPTS) throw error
    }
  }
  return false
}

function isActive(owner: UserRow): boolean {
  return owner.role === 'owner' && owner.disabledAt === null && owner.emailVerifiedAt !== null
}

const parseIds = (stored: string) => stored.split(' ').filter((id) => id !== '')
