import { isDatabaseAway } from '#db/client.ts'
import type { LiveSession } from '#lib/auth/session.ts'
import { sessionOfCookie } from '#lib/auth/sessionOfCookie.ts'
import { answerForFile, type FileAnswer, type FileRequest } from './fileResponse.ts'
import type { MediaFile } from './mediaFile.ts'
import { type ReadLink, readLink, viewerOf } from './mediaLink.ts'
import { findOwnFile } from './ownFile.ts'

export type MediaAnswer =
  | ({ file: MediaFile } & FileAnswer)
  | { status: number; headers: Record<string, string>; reason: string }

/** Pictures of the library; whoever is a member may see all of them, but not what is in a video. */
const PICTURE = /^(?!storyboard\.).*\.(jpe?g|png|webp)$/i

/**
 * Own videos and posters, for confirmed members only, and videos by links that were made for their
 * very session, or of public videos for everyone. One answer, mounted twice: in front of Next, which
 * drops the length of every answer, and as a route handler for `next dev`.
 * @param parts the path below `/media`, one decoded name each
 */
export async function answerMedia(
  request: FileRequest,
  parts: readonly string[],
  now = new Date(),
): Promise<MediaAnswer> {
  try {
    const link = readLink(parts, null, now)
    const allowed = link.ok ? link : await askSession(request, parts, now)
    if (!allowed.ok) return refuse(allowed.status, allowed.reason)
    const file = await findOwnFile(allowed.parts)
    return file ? { file, ...answerForFile(request, file) } : refuse(404, 'no-such-file')
  } catch (error) {
    if (isDatabaseAway(error)) return refuse(503, 'database-away')
    throw error
  }
}

/** What whoever is not let in by a link for everyone may read. */
async function askSession(request: FileRequest, parts: readonly string[], now: Date) {
  const live = await sessionOfCookie(request.header('cookie') ?? undefined, now)
  if (!live) return { ok: false, status: 401, reason: 'not-logged-in' } as const
  if (!live.user.emailVerifiedAt)
    return { ok: false, status: 403, reason: 'email-not-confirmed' } as const
  const link = mayRead(parts, live, now)
  return link.ok ? link : ({ ...link, status: 403 } as const)
}

/** An owner needs no link: they look at videos that are not in the library yet. */
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
