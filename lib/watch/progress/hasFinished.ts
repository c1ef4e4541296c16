import { mergeViewer } from '#lib/watch/aggregate/mergeViewer.ts'
import { decodeLogRow } from '#lib/watch/log/logCodec.ts'
import { dayNumber, slotOf, slotStart } from '#lib/watch/log/slot.ts'
import { readViewerNow } from './viewerNow.ts'

/**
 * Whether a viewer has finished a video (`aggregate/completion.ts`), correct as soon as a beacon is acknowledged: what
 * is not merged yet is merged here in memory, without storing it.
 * @param now ms since 1970
 * @throws DatabaseAway
 */
export async function hasFinished(videoId: string, viewerId: string, now: number) {
  const { merged, recent, mergedTo } = await readViewerNow(videoId, viewerId, now)
  if (merged?.completedAt || recent.length === 0) return Boolean(merged?.completedAt)
  const from = mergedTo + 1
  const to = Math.max(from, slotOf(now))
  const range = { from, day: dayNumber(to), completedAt: slotStart(to) }
  return mergeViewer(merged, recent.map(decodeLogRow), range).state.completedAt !== null
}
