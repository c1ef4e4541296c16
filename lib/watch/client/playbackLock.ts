const nameOf = (playbackId: string) => `framewise playback ${playbackId}`

/**
 * Marks a playback as alive until the signal is aborted; the browser takes the mark away when the
 * page is closed, killed or crashes. A page that goes into the back-forward cache has to abort:
 * with a lock the browser would not keep it.
 */
export function holdPlayback(playbackId: string, signal: AbortSignal): void {
  const gone = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  navigator.locks?.request(nameOf(playbackId), () => gone).catch(() => {})
}

/**
 * Does the work unless a page still plays this playback, or does the same work right now.
 * Without locks, as on plain http, nobody knows: `isSure` is false.
 */
export async function whenAbandoned(
  playbackId: string,
  work: (isSure: boolean) => Promise<void>,
): Promise<void> {
  if (!navigator.locks) return work(false)
  await navigator.locks.request(nameOf(playbackId), { ifAvailable: true }, async (lock) => {
    if (lock) await work(true)
  })
}
