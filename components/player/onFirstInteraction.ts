/** Without an interaction the promise resolves after this time. */
const IDLE_TIMEOUT_MS = 3000
const INTERACTIONS = [
  'pointermove',
  'pointerdown',
  'touchstart',
  'wheel',
  'keydown',
  'focusin',
] as const

/**
 * Resolves at the first interaction with the page, when the video plays, or after a while. Code that
 * is needed only for playing is loaded then, so that it does not delay what is visible.
 */
export function onFirstInteraction(media: HTMLMediaElement): Promise<void> {
  if (media.paused === false) return Promise.resolve()
  return new Promise((resolve) => {
    const listening = new AbortController()
    const { signal } = listening
    const finish = () => {
      listening.abort()
      resolve()
    }
    for (const type of INTERACTIONS)
      document.addEventListener(type, finish, { signal, passive: true })
    media.addEventListener('play', finish, { signal })
    setTimeout(finish, IDLE_TIMEOUT_MS)
  })
}
