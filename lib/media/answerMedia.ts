import { isDatabaseAway } from '#db/client.ts'
import { memberOfCookie } from '#lib/auth/memberOfCookie.ts'
import { answerForFile, type FileAnswer, type FileRequest } from './fileAnswer.ts'
import { findMediaFile, type MediaFile } from './mediaFile.ts'

export type MediaAnswer =
  | ({ file: MediaFile } & FileAnswer)
  | { status: number; headers: Record<string, string>; reason: string }

/**
 * Own films and posters, for confirmed members only. One answer, mounted twice: in front of Next,
 * which drops the length of every answer, and as a route handler for `next dev`.
 * @param parts the path below `/media`, one decoded name each
 */
export async function answerMedia(
  request: FileRequest,
  parts: readonly string[],
): Promise<MediaAnswer> {
  try {
    const member = await memberOfCookie(request.header('cookie') ?? undefined)
    if (!member) return refuse(401, 'not-logged-in')
    if (!member.emailVerifiedAt) return refuse(403, 'email-not-confirmed')
  } catch (error) {
    if (isDatabaseAway(error)) return refuse(503, 'database-away')
    throw error
  }
  const file = await findMediaFile(parts)
  return file ? { file, ...answerForFile(request, file) } : refuse(404, 'no-such-file')
}

function refuse(status: number, reason: string) {
  const headers = { 'cache-control': 'private, no-store', 'content-type': 'application/json' }
  return { status, headers, reason }
}
