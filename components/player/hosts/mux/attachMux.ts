import { MuxVideoBaseElement } from '@mux/mux-video/base'
import type { AttachStream } from '#components/player/hosts/host.ts'
import { learnHlsOrigin } from '#components/player/hosts/shared/learnHlsOrigin.ts'

/** Mux's element without its own analytics and cookies, whose `ended` is that of its `<video>`. */
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

const RETRY_DELAY_MS = 5000

/**
 * Streams with the `<mux-video>` around the `<video>`. Playlists, quality, tokens and errors that
 * are not fatal are the element's business.
 */
export const attachMux: AttachStream = (video, { src, startSeconds }, signal) => {
  if (!customElements.get('mux-video')) customElements.define('mux-video', MuxVideo)
  const parent = video.parentElement
  if (!(parent instanceof MuxVideo)) return
  const element: MuxVideo = parent
  let timer: ReturnType<typeof setTimeout> | undefined

  function recover(event: Event) {
    if (!(event instanceof CustomEvent) || !event.detail?.fatal) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      element.startTime = video.currentTime
      element.load()
    }, RETRY_DELAY_MS)
  }

  video.addEventListener('error', recover, { signal })
  // At `loadstart` its hls.js exists and has appended nothing yet.
  const learn = () => element._hls && learnHlsOrigin(element._hls, video)
  video.addEventListener('loadstart', learn, { signal })
  element.preferPlayback = 'mse'
  element.startTime = startSeconds
  // Without a worker: the content policy would have to allow its code as a script of any origin.
  element._hlsConfig = { enableWorker: false }
  element.src = src
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    element.removeAttribute('src')
  })
}
