/** ms after which a page that nobody has touched gets the rest, too. */
const QUIET = 3000
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'focusin']

/**
 * Resolves with the first sign of somebody at the page, or when it has been quiet for a while: what
 * is only needed to play does not hold up what is needed to see.
 */
export function onFirstInteraction(media: HTMLMediaElement): Promise<void> {
  if (media.paused === false) return Promise.resolve()
  return new Promise((resolve) => {
    const done = new AbortController()
    const { signal } = done
    const go = () => {
      done.abort()
      resolve()
    }
    for (const sign of SIGNS) document.addEventListener(sign, go, { signal, passive: true })
    media.addEventListener('play', go, { signal })
    setTimeout(go, QUIET)
  })
}
