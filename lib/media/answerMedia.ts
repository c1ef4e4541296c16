import { isDatabaseAway } from '#db/client.ts'
import type { LiveSession } from '#lib/auth/session.ts'
import { sessionOfCookie } from '#lib/auth/sessionOfCookie.ts'
import { findInBucket } from './bucket.ts'
import { answerForFile, type FileAnswer, type FileRequest } from './fileAnswer.ts'
import { findMediaFile, type MediaFile } from './mediaFile.ts'
import { type ReadLink, readLink, viewerOf } from './mediaLink.ts'

export type MediaAnswer =
  | ({ file: MediaFile } & FileAnswer)
  | { status: number; headers: Record<string, string>; reason: string }

/** Pictures of the library; whoever is a member may see all of them. */
const PICTURE = /\.(jpe?g|png|webp)$/i

/**
 * Own films and posters, for confirmed members only, and films by links that were made for their
 * very session. One answer, mounted twice: in front of Next, which drops the length of every answer,
 * and as a route handler for `next dev`.
 * @param parts the path below `/media`, one decoded name each
 */
export async function answerMedia(
  request: FileRequest,
  parts: readonly string[],
  now = new Date(),
): Promise<MediaAnswer> {
  try {
    const live = await sessionOfCookie(request.header('cookie') ?? undefined, now)
    if (!live) return refuse(401, 'not-logged-in')
    if (!live.user.emailVerifiedAt) return refuse(403, 'email-not-confirmed')
    const link = mayRead(parts, live, now)
    if (!link.ok) return refuse(403, link.reason)
    const file = (await findMediaFile(link.parts)) ?? (await findInBucket(link.parts))
    return file ? { file, ...answerForFile(request, file) } : refuse(404, 'no-such-file')
  } catch (error) {
    if (isDatabaseAway(error)) return refuse(503, 'database-away')
    throw error
  }
}

/** An owner needs no link: they look at films that are not in the library yet. */
function mayRead(parts: readonly string[], { user, session }: LiveSession, now: Date): ReadLink {
  const link = readLink(parts, viewerOf(session.id), now)
  if (link.ok || link.reason !== 'link-not-signed') return link
  const isOpen = user.role === 'owner' || PICTURE.test(parts.at(-1) ?? '')
  return isOpen ? { ok: true, parts: [...parts] } : link
}

function refuse(status: number, reason: string) {
  const headers = { 'cache-control': 'private, no-store', 'content-type': 'application/json' }
  return { status, headers, reason }
}
