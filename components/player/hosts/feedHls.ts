import Hls, { type ErrorData } from 'hls.js'
import type { Feed } from './host.ts'
import { learnHlsOrigin } from './learnHlsOrigin.ts'

/** ms after which a video is asked for again when its host or the network is away. */
const PAUSE = 5000

/**
 * Gives a `<video>` its video piece by piece until the signal is aborted. Sends nothing to anyone but
 * the host of the video.
 */
export const feedHls: Feed = (video, { src, start }, signal) => {
  if (!Hls.isSupported()) {
    // Old iPhones, which play HLS by themselves; whoever else says so plays it worse than hls.js.
    video.src = `${src}#t=${start.toFixed(4)}`
    return
  }
  // Without a worker: its code would have to be allowed as a script of unknown origin.
  const hls = new Hls({ startPosition: start, enableWorker: false })
  let timer: ReturnType<typeof setTimeout> | undefined

  /** What hls.js gave up on itself. */
  function goOn({ fatal, type }: ErrorData) {
    if (!fatal || signal.aborted) return
    if (type === Hls.ErrorTypes.MEDIA_ERROR) return hls.recoverMediaError()
    clearTimeout(timer)
    timer = setTimeout(() => (hls.levels.length > 0 ? hls.startLoad() : hls.loadSource(src)), PAUSE)
  }

  learnHlsOrigin(hls, video)
  hls.on(Hls.Events.ERROR, (_, error) => goOn(error))
  hls.loadSource(src)
  hls.attachMedia(video)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    hls.destroy()
  })
}
