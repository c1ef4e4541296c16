import { MuxVideoBaseElement } from '@mux/mux-video/base'
import type { Feed } from './host.ts'
import { learnHlsOrigin } from './learnHlsOrigin.ts'

/** Mux's element, which measures nobody here. It speaks of the end only when the video does. */
class MuxVideo extends MuxVideoBaseElement {
  override get disableTracking() {
    return true
  }

  override get disableCookies() {
    return true
  }

  override get disablePseudoEnded() {
    return true
  }
}

/** ms after which a video that Mux's element gave up on is asked for again. */
const PAUSE = 5000

/**
 * Gives the `<video>` in a `<mux-video>` its video until the signal is aborted. Lists, qualities,
 * tokens and what goes wrong on the way are the element's.
 */
export const feedMux: Feed = (video, { src, start }, signal) => {
  if (!customElements.get('mux-video')) customElements.define('mux-video', MuxVideo)
  const around = video.parentElement
  if (!(around instanceof MuxVideo)) return
  const element: MuxVideo = around
  let timer: ReturnType<typeof setTimeout> | undefined

  function goOn(event: Event) {
    if (!(event instanceof CustomEvent) || !event.detail?.fatal) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      element.startTime = video.currentTime
      element.load()
    }, PAUSE)
  }

  video.addEventListener('error', goOn, { signal })
  // Its engine is there, and has laid in nothing yet.
  const learn = () => element._hls && learnHlsOrigin(element._hls, video)
  video.addEventListener('loadstart', learn, { signal })
  element.preferPlayback = 'mse'
  element.startTime = start
  // Without a worker: its code would have to be allowed as a script of unknown origin.
  element._hlsConfig = { enableWorker: false }
  element.src = src
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    element.removeAttribute('src')
  })
}
