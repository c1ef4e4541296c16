import { readUser, writeDisabled, writeRole } from '#db/users.ts'
import type { EventKind } from '#lib/auth/eventKind.ts'
import { noteEvent } from '#lib/auth/events.ts'
import { forgetLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { forgetLeaving, type Left, leaveOwners } from './leaveOwners.ts'

type Done = { ok: true } | { ok: false; reason: 'unknown' | 'unconfirmed' }

/** Makes a confirmed member who is not disabled an owner. */
export async function makeOwner(userId: string, now: Date): Promise<Done> {
  const user = await readUser(userId)
  if (!user) return { ok: false, reason: 'unknown' }
  if (!user.emailVerifiedAt || user.disabledAt) return { ok: false, reason: 'unconfirmed' }
  await writeRole(userId, 'owner')
  await forgetLeaving(userId)
  await note(userId, 'made-owner', now)
  return { ok: true }
}

/** Makes an owner a member again; not the last one. */
export async function stepDown(userId: string, now: Date): Promise<Left> {
  const left = await leaveOwners(userId, () => writeRole(userId, 'member'))
  if (left.ok) await note(userId, 'stepped-down', now)
  return left
}

/** Refuses someone from their next request on; not the last owner. */
export async function disable(
  userId: string,
  now: Date,
): Promise<Left | { ok: false; reason: 'unknown' }> {
  const user = await readUser(userId)
  if (!user) return { ok: false, reason: 'unknown' }
  const shut = () => writeDisabled(userId, now)
  const left = user.role === 'owner' ? await leaveOwners(userId, shut) : await whole(shut)
  if (!left.ok) return left
  forgetLiveSessionsOf(userId)
  await note(userId, 'disabled', now)
  return left
}

/** Lets someone in again, as what they were. */
export async function enable(userId: string, now: Date): Promise<void> {
  await writeDisabled(userId, null)
  await forgetLeaving(userId)
  await note(userId, 'enabled', now)
}

async function whole(work: () => Promise<void>): Promise<{ ok: true }> {
  await work()
  return { ok: true }
}

/** Without the owner's own address and device: the member reads it. */
function note(userId: string, kind: EventKind, now: Date): Promise<void> {
  return noteEvent(userId, kind, { address: '', device: 'By an owner of the site' }, now)
}
