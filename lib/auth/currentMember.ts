import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { UserRow } from '#db/users.ts'
import type { Member } from '#lib/members/member.ts'
import { type LiveSession, readLiveSession } from './session.ts'
import { decodeSessionToken, sessionCookieName } from './sessionCookie.ts'

/** The live session of this request, read once however many ask. @throws DatabaseAway */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  // Not from the headers: after an action has set a new cookie, only the jar knows it.
  const token = (await cookies()).get(sessionCookieName())?.value
  const envelope = await decodeSessionToken(token)
  return envelope && readLiveSession(envelope, new Date())
})

/** Who is asking, or null for a guest. @throws DatabaseAway */
export async function currentMember(): Promise<Member | null> {
  const live = await currentSession()
  return live && toMember(live.user)
}

/** Someone logged in, confirmed or not; a guest is sent to log in and comes back to `path`. */
export async function requireLogin(path: string): Promise<Member> {
  const member = await currentMember()
  return member ?? redirect(`/login?callbackUrl=${encodeURIComponent(path)}`)
}

/** A confirmed member; whoever is not is shown how to confirm. */
export async function requireMember(path: string): Promise<Member> {
  const member = await requireLogin(path)
  return member.emailVerifiedAt ? member : redirect('/verify')
}

/** The owner; for a member the page does not exist. */
export async function requireOwner(path: string): Promise<Member> {
  const member = await requireMember(path)
  return member.role === 'owner' ? member : notFound()
}

export type Refusal = { ok: false; status: 401 | 403; reason: string }

/** For routes: a confirmed member, or what to answer. */
export async function memberOrRefusal(): Promise<{ ok: true; member: Member } | Refusal> {
  const member = await currentMember()
  if (!member) return { ok: false, status: 401, reason: 'not-logged-in' }
  if (!member.emailVerifiedAt) return { ok: false, status: 403, reason: 'email-not-confirmed' }
  return { ok: true, member }
}

/** For routes: an owner, or what to answer. */
export async function ownerOrRefusal(): Promise<{ ok: true; member: Member } | Refusal> {
  const asked = await memberOrRefusal()
  if (!asked.ok || asked.member.role === 'owner') return asked
  return { ok: false, status: 403, reason: 'not-an-owner' }
}

export function toMember({ id, email, name, role, emailVerifiedAt }: UserRow): Member {
  return { id, email, name, role, emailVerifiedAt }
}
