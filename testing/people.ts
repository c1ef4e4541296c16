import { randomUUID } from 'node:crypto'
import { claimEmail, insertUser } from '#db/users.ts'
import { startSession } from '#lib/auth/session.ts'
import { encodeSessionToken, sessionCookieName } from '#lib/auth/sessionCookie.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { createUser } from '#lib/members/createUser.ts'
import type { Role } from '#lib/members/member.ts'
import { retryUntilAborted } from '#lib/server/retryUntilAborted.ts'

/** A user who can log in with the form. */
export type Person = { id: string; name: string; email: string; password: string }

/** A user with a live session; `cookie` is the Cookie header of that session. */
export type LoggedIn = { id: string; sessionId: string; cookie: string }

const RETRY_MS = 500
const HASH_CONCURRENCY = 8
const CONCURRENCY = 16

export const newEmail = () => `${randomUUID()}@videos.example`

/** A new user with a password, by default a confirmed member. Costs one password hash. */
export async function makePerson({
  name,
  role,
  confirmed = true,
}: {
  name?: string
  role?: Role
  confirmed?: boolean
} = {}): Promise<Person> {
  const email = newEmail()
  const password = `kestrel ${randomUUID()}`
  const user = await createUser({ email, password, name, role, confirmed })
  return { id: user.id, name: user.name, email, password }
}

export function makePeople(count: number): Promise<Person[]> {
  return repeat(count, HASH_CONCURRENCY, () => makePerson())
}

/**
 * A confirmed user with a live session. The stored password hash matches no password: hashing
 * thousands of them would take longer than the tests they are made for.
 */
export async function logInSomeone(role: Role = 'member'): Promise<LoggedIn> {
  const now = new Date()
  const id = randomUUID()
  const email = newEmail()
  const user = {
    id,
    email,
    name: 'A viewer',
    role,
    emailVerifiedAt: now,
    sessionEpoch: 0,
    disabledAt: null,
    createdAt: now,
  }
  // The outcome of a conditional write can be unknown; both of these are idempotent.
  const never = new AbortController().signal
  await retryUntilAborted(
    async () => {
      await insertUser(user, 'none')
      await claimEmail(email, id)
    },
    RETRY_MS,
    never,
    () => {},
  )
  const input = { userId: id, remember: true, device: 'a test', address: '127.0.0.1' }
  const session = await startSession(input, now)
  const envelope = await encodeSessionToken({ sub: id, sid: session.id, epoch: user.sessionEpoch })
  return { id, sessionId: session.id, cookie: `${sessionCookieName()}=${envelope}` }
}

export function logInMany(count: number): Promise<LoggedIn[]> {
  return repeat(count, CONCURRENCY, () => logInSomeone())
}

async function repeat<T>(count: number, concurrency: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = []
  await forEachConcurrent(Array.from({ length: count }), concurrency, async () => {
    made.push(await make())
  })
  return made
}
