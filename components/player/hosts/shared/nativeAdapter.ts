import { frameAt, frameStartingAt } from '#lib/videos/frameTime.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import type { PlaybackAdapter, PlayerEvent } from '#lib/watch/client/playbackAdapter.ts'
import { frameOnScreen } from './frameOnScreen.ts'

/** Without a frame callback for this long, a hidden page paints nothing and the clock is read. */
const CALLBACK_TIMEOUT_MS = 1000
/** How far past the target of a seek a video may have played before its `seeked` event. */
const MAX_FRAMES_BEFORE_SEEKED = 60

/**
 * Adapts a plain `<video>`. Every presented frame is emitted, also while paused, so that the tracker
 * always knows the one on the screen; at each change of state the picture itself is read. In browsers
 * without frame callbacks, and in a hidden page, `timeupdate` gives the clock about four times a
 * second.
 * @param origin the time of the video's first frame on the element's clock, in seconds
 */
export function adaptNative(
  video: HTMLVideoElement,
  fps: FrameRate,
  origin: () => number = () => 0,
): PlaybackAdapter {
  const isExact = 'requestVideoFrameCallback' in video
  const isMoving = () => !video.paused && !video.seeking && !video.ended
  const clock = () => frameAt(video.currentTime - origin(), fps)
  const picture = () => frameOnScreen(video, fps, origin())

  return {
    precision: isExact ? 'exact' : 'estimated',

    readState() {
      const now = performance.now()
      const { playbackRate: rate, currentTime, played } = video
      const moving = isMoving()
      const visible = document.visibilityState === 'visible'
      // It may have been started before this script was loaded; it has played from there on.
      const hasStarted = moving && played.length === 1
      if (!hasStarted) {
        const frame = picture() ?? clock()
        return { state: { frame, moving, rate, visible }, at: now }
      }
      const start = played.start(0)
      const at = now - ((currentTime - start) * 1000) / rate
      const frame = frameAt(start - origin(), fps)
      return { state: { frame, moving, rate, visible }, at }
    },

    listen(listener, signal) {
      let lastCallbackAt = Number.NEGATIVE_INFINITY
      const on = (type: string, handle: () => void) =>
        video.addEventListener(type, handle, { signal })
      const emit = (event: PlayerEvent) => listener(event, performance.now())

      let callback = 0
      /** The target of the seek in progress, once it was emitted. */
      let seekTo: number | null = null
      let lastFrame = picture()

      function emitFrame(frame: number, at: number) {
        // In a busy page the picture arrives before the `seeking` event, and a video is at the target,
        // and plays on from there, before the `seeked` event.
        if (video.seeking) emitSeek()
        const isAtTarget =
          seekTo !== null && frame >= seekTo && frame < seekTo + MAX_FRAMES_BEFORE_SEEKED
        const playing = isMoving() || (isAtTarget && !video.paused && !video.ended)
        lastFrame = frame
        listener({ type: 'frame', frame, playing, rate: video.playbackRate }, at)
      }

      function requestFrame() {
        callback = video.requestVideoFrameCallback((_, { mediaTime, presentationTime }) => {
          // First of all: a frame presented while no request is pending is lost.
          requestFrame()
          lastCallbackAt = performance.now()
          emitFrame(frameStartingAt(mediaTime - origin(), fps), presentationTime)
          emitCurrent()
        })
      }

      function emitCurrent() {
        const frame = isBlind() ? clock() : picture()
        if (frame !== null) emitFrame(frame, performance.now())
      }

      function emitClockIfBlind() {
        if (isBlind()) emitCurrent()
      }

      /** Whether the clock is all there is: no frame callbacks, or a page that paints nothing. */
      function isBlind() {
        if (!isExact) return true
        return (
          document.visibilityState === 'hidden' &&
          performance.now() - lastCallbackAt > CALLBACK_TIMEOUT_MS
        )
      }

      /** The clock is at the target from the start of a seek; the picture follows later. */
      function emitSeek() {
        const to = clock()
        const isEmitted = video.seeking ? to === seekTo : seekTo !== null
        if (!isEmitted) emit({ type: 'seeking', to })
        seekTo = video.seeking ? to : null
      }

      if (isExact) {
        requestFrame()
        signal.addEventListener('abort', () => video.cancelVideoFrameCallback(callback))
      }
      on('timeupdate', () => isMoving() && emitClockIfBlind())
      // A replay begins with a seek, whose picture may be replaced before its callback.
      on('play', emitCurrent)
      on('playing', () => emit({ type: 'moving', rate: video.playbackRate }))
      on('waiting', () => {
        emit({ type: 'stopped' })
        emitClockIfBlind()
      })
      on('pause', () => {
        emit({ type: 'stopped' })
        emitCurrent()
      })
      on('seeked', () => {
        // Another seek has replaced this one.
        if (video.seeking) return
        // There is no callback for a picture that was already on the screen.
        const isSame = seekTo === lastFrame && picture() === lastFrame
        seekTo = null
        if (isSame || video.paused) emitCurrent()
      })
      on('ended', () => emit({ type: 'ended' }))
      on('seeking', emitSeek)
      on('emptied', () => emit({ type: 'source' }))
    },
  }
}
