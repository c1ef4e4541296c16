import { frameAt } from '#lib/videos/frameTime.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import type { PlaybackAdapter, PlayerEvent } from '#lib/watch/client/playbackAdapter.ts'
import { interceptSeeks } from './interceptSeeks.ts'

/** Where a host's player says that it stands, worked out to this moment. */
export type Reading = { seconds: number; moving: boolean; ended: boolean; rate: number }

/** What a player in a frame of another site tells about itself. */
export type HostClock = {
  /** @returns null as long as nobody played anything, or the player is not there. */
  read(): Reading | null
  /** Calls `look` whenever the player says that something changed, until the signal is aborted. */
  follow(look: () => void, signal: AbortSignal): void
}

/** Seconds a host may work its clock out ahead of its player; then it takes them back. */
const AHEAD = 1
/** ms between two looks where nothing is painted. */
const UNSEEN = 250

/**
 * A player whose pictures nobody here can see. Its clock is read as often as the page is painted,
 * and every turn it is found to have made is told as of that moment. What its events say of seeks
 * is not asked: a jump is a wish somebody set the clock to, or a clock that went where it could not
 * have played to.
 */
export function adaptClock(media: HTMLElement, clock: HostClock, fps: FrameRate): PlaybackAdapter {
  const perSecond = fps.num / fps.den
  const frameOf = ({ seconds }: Reading) => frameAt(seconds, fps)

  return {
    precision: 'estimated',

    find() {
      const reading = clock.read()
      const visible = document.visibilityState === 'visible'
      const { moving = false, rate = 1 } = reading ?? {}
      const frame = reading ? frameOf(reading) : 0
      return { found: { frame, moving, rate, visible }, at: performance.now() }
    },

    listen(listener, signal) {
      /** The frame last told of. */
      let last = 0
      let isMoving = false
      let isOver = false
      /** The frame somebody wished to go to, until the clock is there. */
      let wish: number | null = null

      /** Frames a clock ran past `from`, if it can have played from there in a moment. */
      const since = (from: number | null, frame: number) => {
        const gone = from === null ? -1 : frame - from
        return gone >= 0 && gone <= AHEAD * perSecond ? gone : null
      }

      function tell(event: PlayerEvent, at = performance.now()) {
        if (event.type === 'frame') last = event.frame
        listener(event, at)
      }

      function look() {
        const reading = clock.read()
        if (!reading) return
        const frame = frameOf(reading)
        if (isTakenBack(frame, reading)) return
        if (reading.moving) move(frame, reading.rate)
        else stand(frame, reading)
        isOver = reading.ended
        if (since(wish, frame) !== null) wish = null
      }

      function isTakenBack(frame: number, { moving, rate }: Reading) {
        const isThere = since(wish, frame) !== null
        const back = last - frame
        return moving && isMoving && !isThere && back > 0 && back <= AHEAD * perSecond * rate
      }

      function move(frame: number, rate: number) {
        const now = performance.now()
        if (!isMoving) start(frame, rate, now)
        tell({ type: 'frame', frame, playing: true, rate }, now)
        isMoving = true
      }

      /** It may have begun since the last look: at the frame wished for, or where it stood. */
      function start(frame: number, rate: number, now: number) {
        const gone = since(wish, frame) ?? since(last, frame) ?? 0
        const at = now - (gone * 1000) / perSecond / rate
        const first = frame - gone
        if (wish !== null || first !== last) {
          tell({ type: 'frame', frame: first, playing: false, rate }, at)
        }
        tell({ type: 'moving', rate }, at)
      }

      function stand(frame: number, { rate, ended }: Reading) {
        if (isMoving || frame !== last) tell({ type: 'frame', frame, playing: false, rate })
        if (isMoving) tell({ type: 'stopped' })
        if (ended && !isOver) tell({ type: 'ended' })
        isMoving = false
      }

      function goTo(seconds: number) {
        look()
        wish = frameAt(seconds, fps)
        tell({ type: 'seeking', to: wish })
      }

      function lookAtEachPaint() {
        look()
        if (!signal.aborted) requestAnimationFrame(lookAtEachPaint)
      }

      clock.follow(look, signal)
      interceptSeeks(media, goTo, signal)
      media.addEventListener('emptied', () => tell({ type: 'source' }), { signal })
      lookAtEachPaint()
      const timer = setInterval(look, UNSEEN)
      signal.addEventListener('abort', () => clearInterval(timer))
    },
  }
}
