import { readProgressRows, writeClearedAt } from '#db/watchProgress.ts'

/**
 * Takes one video, or all of them, out of a member's history, and lets it begin at the start. Only a
 * time is noted: what was watched up to then is not shown, however late it is merged or sent; what is
 * watched later is, in whatever order the two are written. What is counted stays counted. A video
 * that is not on the shelf is left alone.
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
  // By the clock of another server they may have been watched a moment after now.
  const at = meant.reduce((latest, { lastAt }) => Math.max(latest, lastAt), now.getTime())
  await writeClearedAt(memberId, videoId, at)
}
