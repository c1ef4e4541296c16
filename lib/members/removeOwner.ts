import { isDatabaseAway } from '#db/client.ts'
import { initSetting, readSetting, readSettingSerial, replaceSetting } from '#db/settings.ts'
import { readOwners, type UserRow } from '#db/users.ts'

/** The owners who are about to be none: whoever stands here does not count as one who stays. */
const REMOVAL_QUEUE = 'leaving_owners'
const MAX_ATTEMPTS = 20

export type RemoveOwnerResult = { ok: true } | { ok: false; reason: 'last-owner' | 'busy' }

/**
 * Takes an owner out of the owners, unless nobody would be left. All who go stand in one row, in the
 * order they came, written by conditional writes before anybody looks who stays: whoever came before
 * counts as gone, so of two who go at the same time the second stays. Should this process die in
 * between, one owner too few is counted, never one too many.
 */
export async function removeOwner(
  userId: string,
  leave: () => Promise<void>,
  owners: () => Promise<UserRow[]> = readOwners,
): Promise<RemoveOwnerResult> {
  const stand = (line: string[]) => (line.includes(userId) ? line : [...line, userId])
  if (!(await updateQueue(stand))) return { ok: false, reason: 'busy' }
  // In this order: who is no more in line has left, and is no owner any more when they are read.
  const line = parseIds((await readSetting(REMOVAL_QUEUE)) ?? '')
  const going = new Set(line.slice(0, line.indexOf(userId) + 1))
  if (!going.has(userId)) return { ok: false, reason: 'busy' }
  const staying = (await owners()).filter((owner) => isActive(owner) && !going.has(owner.id))
  if (staying.length > 0) await leave()
  await clearOwnerRemoval(userId)
  return staying.length > 0 ? { ok: true } : { ok: false, reason: 'last-owner' }
}

/** Whoever has left, or is an owner again, is no more on the way out. */
export async function clearOwnerRemoval(userId: string): Promise<void> {
  await updateQueue((line) => line.filter((id) => id !== userId))
}

/**
 * A conditional write that times out may have been carried out or not: the next try reads what is so.
 * @returns false when others were faster every time
 */
async function updateQueue(change: (line: string[]) => string[]): Promise<boolean> {
  for (let tries = 1; tries <= MAX_ATTEMPTS; tries++) {
    try {
      const listed =
        (await readSettingSerial(REMOVAL_QUEUE)) ?? (await initSetting(REMOVAL_QUEUE, ''))
      const changed = change(parseIds(listed)).join(' ')
      if (changed === listed || (await replaceSetting(REMOVAL_QUEUE, listed, changed))) return true
    } catch (error) {
      if (!isDatabaseAway(error) || tries === MAX_ATTEMPTS) throw error
    }
  }
  return false
}

function isActive(owner: UserRow): boolean {
  return owner.role === 'owner' && owner.disabledAt === null && owner.emailVerifiedAt !== null
}

const parseIds = (listed: string) => listed.split(' ').filter((id) => id !== '')
