import Hls, { type ErrorData } from 'hls.js'
import type { AttachStream } from '#components/player/hosts/host.ts'
import { learnHlsOrigin } from '#components/player/hosts/shared/learnHlsOrigin.ts'

const RETRY_DELAY_MS = 5000

/** Streams with hls.js, which sends nothing to any other server than the video's own. */
export const attachHls: AttachStream = (video, { src, startSeconds }, signal) => {
  if (!Hls.isSupported()) {
    // Old iPhones play HLS natively. Other browsers that claim to do it worse than hls.js does.
    video.src = `${src}#t=${startSeconds.toFixed(4)}`
    return
  }
  // Without a worker: the content policy would have to allow its code as a script of any origin.
  const hls = new Hls({ startPosition: startSeconds, enableWorker: false })
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Errors that are fatal are those hls.js has stopped retrying. */
  function recover({ fatal, type }: ErrorData) {
    if (!fatal || signal.aborted) return
    if (type === Hls.ErrorTypes.MEDIA_ERROR) return hls.recoverMediaError()
    clearTimeout(timer)
    const retry = () => (hls.levels.length > 0 ? hls.startLoad() : hls.loadSource(src))
    timer = setTimeout(retry, RETRY_DELAY_MS)
  }

  learnHlsOrigin(hls, video)
  hls.on(Hls.Events.ERROR, (_, error) => recover(error))
  hls.loadSource(src)
  hls.attachMedia(video)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    hls.destroy()
  })
}
