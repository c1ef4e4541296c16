import { isDatabaseAway } from '#db/client.ts'
import { initSetting, readSetting, readSettingSerial, replaceSetting } from '#db/settings.ts'
import { readOwners, type UserRow } from '#db/users.ts'

/** The owners who are about to be none: whoever stands here does not count as one who stays. */
const LEAVING = 'leaving_owners'
const TRIES = 20

export type Left = { ok: true } | { ok: false; reason: 'last-owner' | 'busy' }

/**
 * Takes an owner out of the owners, unless nobody would be left. All who go stand in one row, in the
 * order they came, written by conditional writes before anybody looks who stays: whoever came before
 * counts as gone, so of two who go at the same time the second stays. Should this process die in
 * between, one owner too few is counted, never one too many.
 */
export async function leaveOwners(
  userId: string,
  leave: () => Promise<void>,
  owners: () => Promise<UserRow[]> = readOwners,
): Promise<Left> {
  const stand = (line: string[]) => (line.includes(userId) ? line : [...line, userId])
  if (!(await changeLine(stand))) return { ok: false, reason: 'busy' }
  // In this order: who is no more in line has left, and is no owner any more when they are read.
  const line = idsIn((await readSetting(LEAVING)) ?? '')
  const going = new Set(line.slice(0, line.indexOf(userId) + 1))
  if (!going.has(userId)) return { ok: false, reason: 'busy' }
  const staying = (await owners()).filter((owner) => isActive(owner) && !going.has(owner.id))
  if (staying.length > 0) await leave()
  await forgetLeaving(userId)
  return staying.length > 0 ? { ok: true } : { ok: false, reason: 'last-owner' }
}

/** Whoever has left, or is an owner again, is no more on the way out. */
export async function forgetLeaving(userId: string): Promise<void> {
  await changeLine((line) => line.filter((id) => id !== userId))
}

/**
 * A conditional write that times out may have been carried out or not: the next try reads what is so.
 * @returns false when others were faster every time
 */
async function changeLine(change: (line: string[]) => string[]): Promise<boolean> {
  for (let tries = 1; tries <= TRIES; tries++) {
    try {
      const listed = (await readSettingSerial(LEAVING)) ?? (await initSetting(LEAVING, ''))
      const changed = change(idsIn(listed)).join(' ')
      if (changed === listed || (await replaceSetting(LEAVING, listed, changed))) return true
    } catch (error) {
      if (!isDatabaseAway(error) || tries === TRIES) throw error
    }
  }
  return false
}

function isActive(owner: UserRow): boolean {
  return owner.role === 'owner' && owner.disabledAt === null && owner.emailVerifiedAt !== null
}

const idsIn = (listed: string) => listed.split(' ').filter((id) => id !== '')
