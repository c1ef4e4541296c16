import { readProgressRows, writeClearedAt } from '#db/watchProgress.ts'

/**
 * Removes one video, or all of them, from a member's history, so that it starts from the beginning.
 * Only a time is stored: what was watched before it is hidden, however late it is sent or merged, and
 * what is watched after it is shown, in whatever order the two are written. Counts do not change. A
 * video that the member has not watched is ignored.
 * @param videoId null for the whole history
 * @throws DatabaseAway
 */
export async function clearHistory(
  memberId: string,
  videoId: string | null,
  now: Date,
): Promise<void> {
  const rows = await readProgressRows(memberId)
  const meant = videoId === null ? rows : rows.filter((row) => row.videoId === videoId)
  if (meant.length === 0 && videoId !== null) return
  // By the clock of another server a video may have been watched after `now`.
  const at = meant.reduce((latest, { lastAt }) => Math.max(latest, lastAt), now.getTime())
  await writeClearedAt(memberId, videoId, at)
}
