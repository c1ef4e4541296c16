import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'

const PAGE_TIMEOUT_MS = 20_000

/**
 * Gets another playback for a video that goes on playing, from a new copy of its page.
 * @returns null if the request fails, or the page is not for this member: logged out, another member
 */
export async function renewPlayback(
  videoId: string,
  memberId: string,
): Promise<PlaybackPage | null> {
  try {
    const signal = AbortSignal.timeout(PAGE_TIMEOUT_MS)
    const response = await fetch(`/videos/${videoId}`, { signal, redirect: 'error' })
    const html = await response.text()
    // The page passes the member's id to its player.
    if (!response.ok || !html.includes(memberId)) return null
    const page = new DOMParser().parseFromString(html, 'text/html')
    return JSON.parse(page.querySelector('#playback')?.textContent ?? 'null')
  } catch {
    return null
  }
}
