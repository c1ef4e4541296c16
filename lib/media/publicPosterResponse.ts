import { Readable } from 'node:stream'
import type { Video } from '#lib/videos/video.ts'
import { findStoredFile } from './findStoredFile.ts'

/** How long caches may show the poster of a video that is no longer public. */
const MAX_AGE_SECONDS = 300

/** The poster of a video, readable without a session, as crawlers need; null when it has no own file. */
export async function publicPosterResponse({
  poster,
}: Pick<Video, 'poster'>): Promise<Response | null> {
  if (poster === null || poster.startsWith('https://')) return null
  const file = await findStoredFile(poster.split('/'))
  if (!file?.type.startsWith('image/') || file.size === 0) return null
  const body = Readable.toWeb(await file.open(0, file.size - 1))
  const headers = {
    'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
    'content-length': `${file.size}`,
    'content-type': file.type,
    'x-content-type-options': 'nosniff',
  }
  return new Response(body as ReadableStream<Uint8Array>, { headers })
}
