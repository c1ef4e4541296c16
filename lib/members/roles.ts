import { readUser, writeDisabled, writeRole } from '#db/users.ts'
import type { AuthEventKind } from '#lib/auth/authEventKind.ts'
import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { clearOwnerRemoval, type RemoveOwnerResult, removeOwner } from './removeOwner.ts'

type MakeOwnerResult = { ok: true } | { ok: false; reason: 'unknown' | 'unconfirmed' }

/** Makes a confirmed member who is not disabled an owner. */
export async function makeOwner(userId: string, now: Date): Promise<MakeOwnerResult> {
  const user = await readUser(userId)
  if (!user) return { ok: false, reason: 'unknown' }
  if (!user.emailVerifiedAt || user.disabledAt) return { ok: false, reason: 'unconfirmed' }
  await writeRole(userId, 'owner')
  await clearOwnerRemoval(userId)
  await record(userId, 'made-owner', now)
  return { ok: true }
}

/** Makes an owner a member again, except the last one. */
export async function stepDown(userId: string, now: Date): Promise<RemoveOwnerResult> {
  const left = await removeOwner(userId, () => writeRole(userId, 'member'))
  if (left.ok) await record(userId, 'stepped-down', now)
  return left
}

/** Disables a user, effective from the next request; not the last owner. */
export async function disable(
  userId: string,
  now: Date,
): Promise<RemoveOwnerResult | { ok: false; reason: 'unknown' }> {
  const user = await readUser(userId)
  if (!user) return { ok: false, reason: 'unknown' }
  const disableUser = () => writeDisabled(userId, now)
  const left =
    user.role === 'owner' ? await removeOwner(userId, disableUser) : await runAlways(disableUser)
  if (!left.ok) return left
  evictLiveSessionsOf(userId)
  await record(userId, 'disabled', now)
  return left
}

/** Enables a disabled user, with the former role. */
export async function enable(userId: string, now: Date): Promise<void> {
  await writeDisabled(userId, null)
  await clearOwnerRemoval(userId)
  await record(userId, 'enabled', now)
}

async function runAlways(work: () => Promise<void>): Promise<{ ok: true }> {
  await work()
  return { ok: true }
}

/** Omits the acting owner's address and device: the member can read the event. */
function record(userId: string, kind: AuthEventKind, now: Date): Promise<void> {
  return recordAuthEvent(userId, kind, { address: '', device: 'By an owner of the site' }, now)
}
