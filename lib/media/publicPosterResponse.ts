import { Readable } from 'node:stream'
import type { Video } from '#lib/videos/video.ts'
import { findStoredFile } from './findStoredFile.ts'

/** s; a video that is not public any more is not shown for longer by whoever kept its picture. */
const MAX_AGE_SECONDS = 300

/** The picture of a video for everybody who asks, crawlers too; null when it has none of ours. */
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
