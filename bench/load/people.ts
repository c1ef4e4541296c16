import { randomUUID } from 'node:crypto'
import { insertUser } from '#db/users.ts'
import { startSession } from '#lib/auth/session.ts'
import { sealEnvelope, sessionCookieName } from '#lib/auth/sessionCookie.ts'
import { inParallel } from '#lib/parallel.ts'
import { keepTrying } from '#lib/server/keepTrying.ts'
import { addVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'

/** A member with a live session and the Cookie header that proves it. */
export type Person = { id: string; cookie: string }

const WIDTH = 16
const RETRY_MS = 500

/** Real members with real sessions; nobody can log in as one: no password has this hash. */
export async function enrolPeople(count: number): Promise<Person[]> {
  const people: Person[] = []
  const numbers = Array.from({ length: count }, (_, i) => i)
  await inParallel(numbers, WIDTH, async () => {
    people.push(await enrol(new Date()))
  })
  return people
}

async function enrol(now: Date): Promise<Person> {
  const id = randomUUID()
  const user = {
    id,
    email: `${id}@example.test`,
    name: 'A viewer',
    role: 'member' as const,
    emailVerifiedAt: now,
    sessionEpoch: 0,
    disabledAt: null,
    createdAt: now,
  }
  // Of a conditional write that came to nobody knows what: the same again is the same user.
  const never = new AbortController().signal
  await keepTrying(
    () => insertUser(user, 'none'),
    RETRY_MS,
    never,
    () => {},
  )
  const input = { userId: id, remember: true, device: 'a benchmark', address: '127.0.0.1' }
  const session = await startSession(input, now)
  const envelope = await sealEnvelope({ sub: id, sid: session.id, epoch: 0 })
  return { id, cookie: `${sessionCookieName()}=${envelope}` }
}

export const FPS = 30

/** @param seconds how long each is, at 30 frames a second. */
export async function addFilms(count: number, seconds: number): Promise<Video[]> {
  const films: Video[] = []
  const numbers = Array.from({ length: count }, (_, i) => i)
  await inParallel(numbers, WIDTH, async (number) => {
    const added = await addVideo({
      host: 'file',
      hostId: `${randomUUID()}.mp4`,
      title: `Film ${number}`,
      frames: seconds * FPS,
      fps: { num: FPS, den: 1 },
      addedBy: randomUUID(),
    })
    if (!added.ok) throw new Error(added.reason)
    films.push(added.video)
  })
  return films
}
