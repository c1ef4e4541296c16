import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { UserRow } from '#db/users.ts'
import type { Member } from '#lib/members/member.ts'
import { type LiveSession, readLiveSession } from './session.ts'
import { decodeSessionToken, sessionCookieName } from './sessionCookie.ts'

/** The live session of this request, read once per request. @throws DatabaseAway */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  // Not from the headers: a cookie that an action has just set is only in the cookie store.
  const token = (await cookies()).get(sessionCookieName())?.value
  const claims = await decodeSessionToken(token)
  return claims && readLiveSession(claims, new Date())
})

/** The member who sent the request, or null for a guest. @throws DatabaseAway */
export async function currentMember(): Promise<Member | null> {
  const live = await currentSession()
  return live && toMember(live.user)
}

/** A user with a session, confirmed or not; redirects a guest to the log-in and back to `path`. */
export async function requireLogin(path: string): Promise<Member> {
  const member = await currentMember()
  return member ?? redirect(`/login?callbackUrl=${encodeURIComponent(path)}`)
}

/** A confirmed member; redirects an unconfirmed one to `/verify`. */
export async function requireMember(path: string): Promise<Member> {
  const member = await requireLogin(path)
  return member.emailVerifiedAt ? member : redirect('/verify')
}

/** For pages: an owner; a member gets the 404 page. Actions: `validatedAction.ts`. */
export async function requireOwner(path: string): Promise<Member> {
  const member = await requireMember(path)
  return member.role === 'owner' ? member : notFound()
}

export type Refusal = { ok: false; status: 401 | 403; reason: string }

/** For routes: a confirmed member, or the refusal to answer with. */
export async function memberOrRefusal(): Promise<{ ok: true; member: Member } | Refusal> {
  const member = await currentMember()
  if (!member) return { ok: false, status: 401, reason: 'not-logged-in' }
  if (!member.emailVerifiedAt) return { ok: false, status: 403, reason: 'email-not-confirmed' }
  return { ok: true, member }
}

/** For routes: an owner, or the refusal to answer with. */
export async function ownerOrRefusal(): Promise<{ ok: true; member: Member } | Refusal> {
  const access = await memberOrRefusal()
  if (!access.ok || access.member.role === 'owner') return access
  return { ok: false, status: 403, reason: 'not-an-owner' }
}

export function toMember({ id, email, name, role, emailVerifiedAt }: UserRow): Member {
  return { id, email, name, role, emailVerifiedAt }
}
