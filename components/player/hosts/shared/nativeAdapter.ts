import { frameAt, frameStartingAt } from '#lib/videos/frameTime.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import type { PlaybackAdapter, PlayerEvent } from '#lib/watch/client/playbackAdapter.ts'
import { frameOnScreen } from './frameOnScreen.ts'

/** ms without a word of a frame after which the clock is asked: a hidden page paints none. */
const STARVED = 1000
/** Frames a video may have played from the target of a seek before the page hears that it is there. */
const LATE = 60

/**
 * A `<video>` of the browser. Every frame is announced as it is presented, also while the player
 * stands, so the tracker always knows what is on the screen; at every turn the picture itself is
 * asked. Where none of this is offered, and in a hidden page, `timeupdate` tells about four times a
 * second where the clock is.
 * @param origin seconds at which the video's first frame lies on the element's clock
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

    find() {
      const now = performance.now()
      const { playbackRate: rate, currentTime, played } = video
      const moving = isMoving()
      const visible = document.visibilityState === 'visible'
      // It may have been started before this script came: then it played from there on.
      const isUnderway = moving && played.length === 1
      if (!isUnderway) {
        const frame = picture() ?? clock()
        return { found: { frame, moving, rate, visible }, at: now }
      }
      const began = played.start(0)
      const at = now - ((currentTime - began) * 1000) / rate
      const frame = frameAt(began - origin(), fps)
      return { found: { frame, moving, rate, visible }, at }
    },

    listen(listener, signal) {
      let toldAt = Number.NEGATIVE_INFINITY
      const on = (type: string, act: () => void) => video.addEventListener(type, act, { signal })
      const tell = (event: PlayerEvent) => listener(event, performance.now())

      let handle = 0
      /** The seek under way that was told of. */
      let seekTo: number | null = null
      /** The newest picture, as far as is known. */
      let told = picture()

      function tellFrame(frame: number, at: number) {
        // In a busy page the picture comes before the event that says a seek began, and a video is at
        // its target, and plays on from there, before the event that says the seek ended.
        if (video.seeking) seek()
        const isThere = seekTo !== null && frame >= seekTo && frame < seekTo + LATE
        const playing = isMoving() || (isThere && !video.paused && !video.ended)
        told = frame
        listener({ type: 'frame', frame, playing, rate: video.playbackRate }, at)
      }

      function askForFrames() {
        handle = video.requestVideoFrameCallback((_, { mediaTime, presentationTime }) => {
          // First: a frame presented while nobody asks is announced to nobody.
          askForFrames()
          toldAt = performance.now()
          tellFrame(frameStartingAt(mediaTime - origin(), fps), presentationTime)
          look()
        })
      }

      function look() {
        const frame = isBlind() ? clock() : picture()
        if (frame !== null) tellFrame(frame, performance.now())
      }

      /** Pictures tell nothing in a page that paints none; the clock goes on. */
      function lookIfBlind() {
        if (isBlind()) look()
      }

      function isBlind() {
        if (!isExact) return true
        return document.visibilityState === 'hidden' && performance.now() - toldAt > STARVED
      }

      /** From its first moment on the clock is at the target; the picture comes when it can. */
      function seek() {
        const to = clock()
        const isTold = video.seeking ? to === seekTo : seekTo !== null
        if (!isTold) tell({ type: 'seeking', to })
        seekTo = video.seeking ? to : null
      }

      if (isExact) {
        askForFrames()
        signal.addEventListener('abort', () => video.cancelVideoFrameCallback(handle))
      }
      on('timeupdate', () => isMoving() && lookIfBlind())
      // A replay begins with a seek, whose picture may be gone before it is announced.
      on('play', look)
      on('playing', () => tell({ type: 'moving', rate: video.playbackRate }))
      on('waiting', () => {
        tell({ type: 'stopped' })
        lookIfBlind()
      })
      on('pause', () => {
        tell({ type: 'stopped' })
        look()
      })
      on('seeked', () => {
        // Of a seek that another has overtaken.
        if (video.seeking) return
        // A picture that was on the screen before the seek is not announced again.
        const isSame = seekTo === told && picture() === told
        seekTo = null
        if (isSame || video.paused) look()
      })
      on('ended', () => tell({ type: 'ended' }))
      on('seeking', seek)
      on('emptied', () => tell({ type: 'source' }))
    },
  }
}
