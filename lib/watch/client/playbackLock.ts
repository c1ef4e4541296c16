const lockName = (playbackId: string) => `framewise playback ${playbackId}`

/**
 * Holds a lock on a playback until the signal is aborted. The browser releases it when the page is
 * closed, killed or crashes. Abort before the page enters the back-forward cache: a page with a lock
 * is not cached.
 */
export function lockPlayback(playbackId: string, signal: AbortSignal): void {
  const released = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  navigator.locks?.request(lockName(playbackId), () => released).catch(() => {})
}

/**
 * Does the work unless another page holds the lock, because it still plays this playback or does the
 * same work.
 * @param work `isCertain` is false where the browser has no locks, as on plain http
 */
export async function ifAbandoned(
  playbackId: string,
  work: (isCertain: boolean) => Promise<void>,
): Promise<void> {
  if (!navigator.locks) return work(false)
  await navigator.locks.request(lockName(playbackId), { ifAvailable: true }, async (lock) => {
    if (lock) await work(true)
  })
}
