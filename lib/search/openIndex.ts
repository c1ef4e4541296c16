import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { log } from '#lib/log.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { listForMembers } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { passagesOf } from './passages.ts'
import { readCaptionCues } from './readCaptionCues.ts'
import { VideoIndex } from './videoIndex.ts'

/** So long a look at the library holds; what another process changed is found at the next. */
const FRESH_MS = 5_000

/** Files of captions that are read at a time. */
const AT_ONCE = 8

type Shared = { index: VideoIndex; checkedAt: number; refreshing?: Promise<void> | undefined }
const shared = onceAProcess(
  'search index',
  (): Shared => ({ index: new VideoIndex(), checkedAt: 0 }),
)

/**
 * The index of what members may watch. It is looked after when it is asked for, every five seconds at
 * most: a change by any process is found five seconds later, or when a look that was under way is
 * over. Made at the first search after a start; from then on only videos that changed are read again, and
 * those whose captions could not be read: until then they are found by their other words.
 * @param now ms since 1970
 * @throws DatabaseAway
 */
export async function openIndex(now: number, readCues = readCaptionCues): Promise<VideoIndex> {
  if (now - shared.checkedAt >= FRESH_MS) {
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
  for (const id of index.ids()) if (!listed.has(id)) index.drop(id)
  const changed = videos.filter((video) => !index.has(video.id, fingerprintOf(video)))
  await forEachConcurrent(changed, AT_ONCE, async (video) => {
    const captions = []
    let fingerprint = fingerprintOf(video)
    for (const { label, path } of video.captions) {
      const cues = await readCues(path).catch((error: unknown) => {
        log().warn({ err: error, path }, 'captions cannot be read, so they are not searched')
        fingerprint = UNREAD
        return []
      })
      captions.push({ label, passages: passagesOf(cues, video) })
    }
    index.put(video, fingerprint, captions)
  })
}

/** No video's fingerprint: it is read again at the next look. */
const UNREAD = ''

/** All that is found of a video: captions that are others have another name. */
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
