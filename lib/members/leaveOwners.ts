import { readSettingForSure, replaceSetting, settleOn } from '#db/settings.ts'
import { readOwners, type UserRow } from '#db/users.ts'

/** The owners who are about to be none: whoever stands here does not count as one who stays. */
const LEAVING = 'leaving_owners'
const TRIES = 20

export type Left = { ok: true } | { ok: false; reason: 'last-owner' | 'busy' }

/**
 * Takes an owner out of the owners, unless nobody would be left. All who go pass through one row, by
 * a conditional write, before `leave` is carried out: of two who go at the same time the second sees
 * the first. Should this process die in between, one owner too few is counted, never one too many.
 */
export async function leaveOwners(
  userId: string,
  leave: () => Promise<void>,
  owners: () => Promise<UserRow[]> = readOwners,
): Promise<Left> {
  await settleOn(LEAVING, '')
  for (let tries = 1; tries <= TRIES; tries++) {
    const listed = (await readSettingForSure(LEAVING)) ?? ''
    const going = new Set(idsIn(listed)).add(userId)
    const staying = (await owners()).filter((owner) => isActive(owner) && !going.has(owner.id))
    if (staying.length === 0) return { ok: false, reason: 'last-owner' }
    if (!(await replaceSetting(LEAVING, listed, [...going].join(' ')))) continue
    await leave()
    await forgetLeaving(userId)
    return { ok: true }
  }
  return { ok: false, reason: 'busy' }
}

/** Whoever has left, or is an owner again, is no more on the way out. */
export async function forgetLeaving(userId: string): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const listed = await readSettingForSure(LEAVING)
    if (!listed?.includes(userId)) return
    const rest = idsIn(listed).filter((id) => id !== userId)
    if (await replaceSetting(LEAVING, listed, rest.join(' '))) return
  }
}

function isActive(owner: UserRow): boolean {
  return owner.role === 'owner' && owner.disabledAt === null && owner.emailVerifiedAt !== null
}

const idsIn = (listed: string) => listed.split(' ').filter((id) => id !== '')
