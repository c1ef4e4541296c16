import { randomUUID } from 'node:crypto'
import { startSession } from '#lib/auth/session.ts'
import { sealEnvelope, sessionCookieName } from '#lib/auth/sessionCookie.ts'
import { createUser } from '#lib/members/createUser.ts'
import { addVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'

/** A confirmed user with a live session, and the Cookie header that proves it. */
export async function logInSomeone(role: 'member' | 'owner' = 'member') {
  const user = await createUser({
    email: `${randomUUID()}@example.test`,
    password: randomUUID(),
    role,
    confirmed: true,
  })
  const input = { userId: user.id, remember: true, device: 'a test', address: '127.0.0.1' }
  const session = await startSession(input, new Date())
  const envelope = await sealEnvelope({ sub: user.id, sid: session.id, epoch: user.sessionEpoch })
  return { id: user.id, sessionId: session.id, cookie: `${sessionCookieName()}=${envelope}` }
}

/** A video of 120 seconds at 30 frames a second, unless told otherwise. */
export async function makeVideo(over: Partial<Video> = {}): Promise<Video> {
  const added = await addVideo({
    host: 'file',
    hostId: `${randomUUID()}.mp4`,
    title: 'A video',
    frames: 3600,
    fps: { num: 30, den: 1 },
    addedBy: randomUUID(),
    ...over,
  })
  if (!added.ok) throw new Error(added.reason)
  return added.video
}
