import { randomUUID } from 'node:crypto'
import { insertUser } from '#db/users.ts'
import { startSession } from '#lib/auth/session.ts'
import { sealEnvelope, sessionCookieName } from '#lib/auth/sessionCookie.ts'
import { inParallel } from '#lib/parallel.ts'
import { addVideo } from '#lib/videos/library.ts'
import type { FrameRate, Video } from '#lib/videos/video.ts'

/** A member who is logged in: `cookie` is the header that proves it. */
export type Watcher = { id: string; sessionId: string; cookie: string }
export type Audience = { watchers: Watcher[]; videos: Video[] }

const RATES: FrameRate[] = [
  { num: 30, den: 1 },
  { num: 25, den: 1 },
  { num: 24, den: 1 },
  { num: 30_000, den: 1001 },
  { num: 60, den: 1 },
]

/** Members with sessions, and videos of two to thirty minutes. */
export async function makeAudience(members: number, films: number): Promise<Audience> {
  const watchers: Watcher[] = []
  await inParallel(Array.from({ length: members }), 16, async () => {
    watchers.push(await makeWatcher())
  })
  const videos: Video[] = []
  for (let i = 0; i < films; i++) videos.push(await makeVideo(i))
  return { watchers, videos }
}

/** Without a password: hashing hundreds would take longer than the rest, and nobody logs in. */
export async function makeWatcher(): Promise<Watcher> {
  const now = new Date()
  const id = randomUUID()
  const user = {
    id,
    email: `${id}@example.test`,
    name: 'A watcher',
    role: 'member' as const,
    emailVerifiedAt: now,
    sessionEpoch: 0,
    disabledAt: null,
    createdAt: now,
  }
  await insertUser(user, 'none')
  const input = { userId: id, remember: true, device: 'a test', address: '127.0.0.1' }
  const session = await startSession(input, now)
  const envelope = await sealEnvelope({ sub: id, sid: session.id, epoch: 0 })
  return { id, sessionId: session.id, cookie: `${sessionCookieName()}=${envelope}` }
}

export async function makeVideo(number: number): Promise<Video> {
  const fps = RATES[number % RATES.length] ?? { num: 30, den: 1 }
  const seconds = 120 + ((number * 211) % 1680)
  const added = await addVideo({
    host: 'file',
    hostId: `${randomUUID()}.mp4`,
    title: `Film ${number}`,
    frames: Math.round((seconds * fps.num) / fps.den),
    fps,
    addedBy: randomUUID(),
  })
  if (!added.ok) throw new Error(added.reason)
  return added.video
}
