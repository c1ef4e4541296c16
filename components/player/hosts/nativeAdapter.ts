import type { FrameRate } from '#lib/videos/video.ts'
import type { PlaybackAdapter } from '#lib/watch/adapter.ts'
import { frameAt, frameStartingAt } from '#lib/watch/frames.ts'

/** ms without a word of a frame after which the clock is asked: a hidden page paints none. */
const STARVED = 1000

/**
 * A `<video>` of the browser. Every frame is announced as it is presented, also while the player
 * stands, so the tracker always knows what is on the screen. Where that is not offered, and in a
 * hidden page, `timeupdate` tells about four times a second where the clock is.
 */
export function adaptNative(video: HTMLVideoElement, fps: FrameRate): PlaybackAdapter {
  const isExact = 'requestVideoFrameCallback' in video
  const isMoving = () => !video.paused && !video.seeking && !video.ended
  return {
    precision: isExact ? 'exact' : 'estimated',

    find() {
      const now = performance.now()
      const moving = isMoving()
      const { rate, visible } = {
        rate: video.playbackRate,
        visible: document.visibilityState === 'visible',
      }
      // It may have been started before this script came: then it played from there on.
      const began = moving && video.played.length === 1 ? video.played.start(0) : video.currentTime
      const at = now - ((video.currentTime - began) * 1000) / rate
      return { found: { frame: frameAt(began, fps), moving, rate, visible }, at }
    },

    listen(listener, signal) {
      let toldAt = Number.NEGATIVE_INFINITY
      const on = (type: string, act: () => void) => video.addEventListener(type, act, { signal })
      const tell: (event: Parameters<typeof listener>[0]) => void = (event) =>
        listener(event, performance.now())

      function tellOfFrames() {
        const ask = () => {
          handle = video.requestVideoFrameCallback((_, { mediaTime }) => {
            toldAt = performance.now()
            const frame = frameStartingAt(mediaTime, fps)
            listener({ type: 'frame', frame, playing: isMoving() }, toldAt)
            ask()
          })
        }
        let handle = 0
        ask()
        signal.addEventListener('abort', () => video.cancelVideoFrameCallback(handle))
      }

      function tellOfClock() {
        if (isExact && performance.now() - toldAt < STARVED) return
        tell({ type: 'frame', frame: frameAt(video.currentTime, fps), playing: isMoving() })
      }

      function stop() {
        tell({ type: 'stopped' })
        tellOfClock()
      }

      if (isExact) tellOfFrames()
      on('timeupdate', () => isMoving() && tellOfClock())
      on('playing', () => tell({ type: 'moving' }))
      on('pause', stop)
      on('waiting', stop)
      on('ended', () => tell({ type: 'ended' }))
      on('seeking', () => tell({ type: 'seeking', to: frameAt(video.currentTime, fps) }))
      on('ratechange', () => tell({ type: 'rate', rate: video.playbackRate }))
      on('emptied', () => tell({ type: 'source' }))
    },
  }
}
