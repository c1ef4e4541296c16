import { LRUCache } from 'lru-cache'
import { onceAProcess } from '#lib/onceAProcess.ts'
import type { Video } from '#lib/videos/video.ts'
import { readVideoCounts } from '#lib/watch/analytics/retention.ts'
import { type MostReplayed, nextPublished, type Published } from './mostReplayed.ts'

type Counted = Pick<Video, 'id' | 'frames' | 'fps'>

/** A page waits no longer; a curve that arrives later is cached for the next page. */
const MAX_WAIT_MS = 300
/** However many watch, the counts of a video are read once in this time. */
const TTL_MS = 60_000
const MAX_VIDEOS = 500

const cache = onceAProcess(
  'most replayed',
  () =>
    new LRUCache<string, Published, Counted>({
      max: MAX_VIDEOS,
      ttl: TTL_MS,
      fetchMethod: async (_, former, { context: video }) =>
        nextPublished(former ?? null, await readVideoCounts(video, 'all')),
      // What was published before a failure is needed for the next comparison.
      noDeleteOnFetchRejection: true,
    }),
)

/**
 * Where a video is watched most. Never the reason that a page is late or fails.
 * @returns null also when the counts cannot be read in time
 */
export async function readMostReplayed(video: Counted): Promise<MostReplayed | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, MAX_WAIT_MS, null)
  })
  try {
    const published = await Promise.race([cache.fetch(video.id, { context: video }), timeout])
    return published?.mostReplayed ?? null
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
