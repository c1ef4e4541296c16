import { LRUCache } from 'lru-cache'
import { onceAProcess } from '#lib/onceAProcess.ts'
import type { Video } from '#lib/videos/video.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import { type MostReplayed, type Told, tellNext } from './mostReplayed.ts'

type Known = { until: number; told: Promise<Told | null> }

/** A page does not wait any longer, in ms; what comes later is there for the next one. */
const PATIENCE = 300
/** How old what is shown may be, in ms: a curve is read once a minute, however many watch. */
const AGE = 60_000
const MOST_KNOWN = 500

const known = onceAProcess('most replayed', () => new LRUCache<string, Known>({ max: MOST_KNOWN }))

/**
 * Where a video is watched most. Never the reason that a page is late or fails.
 * @param now ms since 1970
 * @returns null also when that cannot be read in time
 */
export async function readMostReplayed(
  video: Pick<Video, 'id' | 'frames' | 'fps'>,
  now: number,
): Promise<MostReplayed | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null)
  })
  try {
    const told = await Promise.race([readTold(video, now), late])
    return told?.heat ?? null
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

function readTold(video: Pick<Video, 'id' | 'frames' | 'fps'>, now: number) {
  const there = known.get(video.id)
  if (there && there.until > now) return there.told
  const former = there?.told ?? Promise.resolve(null)
  const told = readRetention(video, 'all').then(async (counts) => tellNext(await former, counts))
  known.set(video.id, { until: now + AGE, told })
  // A failure is not kept; whoever waits for it hears of it.
  told.catch(() => known.set(video.id, { until: 0, told: former }))
  return told
}
