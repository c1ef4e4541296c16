import { isDatabaseAway } from '#db/client.ts'
import type { LiveSession } from '#lib/auth/session.ts'
import { sessionOfCookie } from '#lib/auth/sessionOfCookie.ts'
import { type FileRequest, type FileResponse, respondWithFile } from './fileResponse.ts'
import { findStoredFile } from './findStoredFile.ts'
import type { MediaFile } from './mediaFile.ts'
import { type VerifiedLink, verifyLink, viewerOfSession } from './signedLink.ts'

export type MediaResponse =
  | ({ file: MediaFile } & FileResponse)
  | { status: number; headers: Record<string, string>; reason: string }

/** Posters, which every member may read; the storyboard shows what is in a video. */
const POSTER_NAME = /^(?!storyboard\.).*\.(jpe?g|png|webp)$/i

/**
 * The response for a media file. Videos need a link signed for the reader's session, or for everyone
 * if the video is public; posters need a confirmed member. Used by two handlers: in front of Next,
 * which drops Content-Length from every response, and as a route handler for `next dev`.
 * @param parts the path below `/media`, one decoded name each
 */
export async function respondToMediaRequest(
  request: FileRequest,
  parts: readonly string[],
  now = new Date(),
): Promise<MediaResponse> {
  try {
    const link = verifyLink(parts, null, now)
    const allowed = link.ok ? link : await authorizeBySession(request, parts, now)
    if (!allowed.ok) return refuse(allowed.status, allowed.reason)
    const file = await findStoredFile(allowed.parts)
    return file ? { file, ...respondWithFile(request, file) } : refuse(404, 'no-such-file')
  } catch (error) {
    if (isDatabaseAway(error)) return refuse(503, 'database-away')
    throw error
  }
}

/** Authorizes a request whose link is not signed for everyone. */
async function authorizeBySession(request: FileRequest, parts: readonly string[], now: Date) {
  const live = await sessionOfCookie(request.header('cookie') ?? undefined, now)
  if (!live) return { ok: false, status: 401, reason: 'not-logged-in' } as const
  if (!live.user.emailVerifiedAt)
    return { ok: false, status: 403, reason: 'email-not-confirmed' } as const
  const link = authorizeMember(parts, live, now)
  return link.ok ? link : ({ ...link, status: 403 } as const)
}

/** Owners need no link: they also preview files that are not in the library yet. */
function authorizeMember(
  parts: readonly string[],
  { user, session }: LiveSession,
  now: Date,
): VerifiedLink {
  const link = verifyLink(parts, viewerOfSession(session.id), now)
  if (link.ok || link.reason !== 'link-not-signed') return link
  const isOpen = user.role === 'owner' || POSTER_NAME.test(parts.at(-1) ?? '')
  return isOpen ? { ok: true, parts: [...parts] } : link
}

function refuse(status: number, reason: string) {
  const headers = { 'cache-control': 'private, no-store', 'content-type': 'application/json' }
  return { status, headers, reason }
}
