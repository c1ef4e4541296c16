import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { log } from '#lib/log.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { listForMembers } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { splitIntoPassages } from './captionPassages.ts'
import { readCaptionCues } from './readCaptionCues.ts'
import { VideoIndex } from './videoIndex.ts'

/** How long the index is used before it is compared with the library again. */
const REFRESH_INTERVAL_MS = 5_000

const READ_CONCURRENCY = 8

type Shared = { index: VideoIndex; checkedAt: number; refreshing?: Promise<void> | undefined }
const shared = onceAProcess(
  'search index',
  (): Shared => ({ index: new VideoIndex(), checkedAt: 0 }),
)

/**
 * The index of the videos members may watch, built at the first search of a process. It is refreshed
 * when it is requested, at most every five seconds, which bounds how late a change by another process
 * is found. A refresh indexes only videos that changed, and those whose captions could not be read
 * the last time.
 * @param now ms since 1970
 * @throws DatabaseAway
 */
export async function getSearchIndex(now: number, readCues = readCaptionCues): Promise<VideoIndex> {
  if (now - shared.checkedAt >= REFRESH_INTERVAL_MS) {
    shared.refreshing ??= refresh(shared.index, readCues)
      .then(() => {
        shared.checkedAt = now
      })
      .finally(() => {
        shared.refreshing = undefined
      })
    await shared.refreshing
  }
  return shared.index
}

async function refresh(index: VideoIndex, readCues: typeof readCaptionCues): Promise<void> {
  const videos = await listForMembers()
  const listed = new Set(videos.map(({ id }) => id))
  for (const id of index.ids()) if (!listed.has(id)) index.remove(id)
  const changed = videos.filter((video) => !index.has(video.id, fingerprintOf(video)))
  await forEachConcurrent(changed, READ_CONCURRENCY, async (video) => {
    const captions = []
    let fingerprint = fingerprintOf(video)
    for (const { label, path } of video.captions) {
      const cues = await readCues(path).catch((error: unknown) => {
        log().warn({ err: error, path }, 'captions could not be read and are not indexed')
        fingerprint = CAPTIONS_UNREAD
        return []
      })
      captions.push({ label, passages: splitIntoPassages(cues, video) })
    }
    index.put(video, fingerprint, captions)
  })
}

/** Equals no fingerprint: the video is indexed again at the next refresh. */
const CAPTIONS_UNREAD = ''

/** Identifies the indexed content; captions that changed have another path. */
function fingerprintOf({
  title,
  description,
  chapters,
  captions,
  frames,
  fps,
  sources,
}: Video): string {
  return JSON.stringify([title, description, chapters, captions, frames, fps, sources?.t0])
}
