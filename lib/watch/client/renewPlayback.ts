import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'

/** ms; a page that hangs is one that did not come. */
const PATIENCE = 20_000

/**
 * Another playback of a video that goes on: the page is fetched anew, and not shown.
 * @returns null when the server has none for this member now: away, logged out, somebody else
 */
export async function renewPlayback(
  videoId: string,
  memberId: string,
): Promise<PlaybackPage | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch(`/videos/${videoId}`, { signal, redirect: 'error' })
    const html = await answer.text()
    // The page names its member to its player.
    if (!answer.ok || !html.includes(memberId)) return null
    const page = new DOMParser().parseFromString(html, 'text/html')
    return JSON.parse(page.querySelector('#playback')?.textContent ?? 'null')
  } catch {
    return null
  }
}
