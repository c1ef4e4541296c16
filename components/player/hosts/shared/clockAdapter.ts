import { frameAt } from '#lib/videos/frameTime.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import type { PlaybackAdapter, PlayerEvent } from '#lib/watch/client/playbackAdapter.ts'
import { interceptSeeks } from './interceptSeeks.ts'

/** The state of a host's player, extrapolated to now. */
export type ClockReading = { seconds: number; moving: boolean; ended: boolean; rate: number }

/** The clock of a player in a cross-origin frame. */
export type HostClock = {
  /** @returns null while the player is not loaded, or has never been played */
  read(): ClockReading | null
  /** Calls `listener` whenever the player reports a change, until the signal is aborted. */
  onChange(listener: () => void, signal: AbortSignal): void
}

/** How far a host extrapolates its clock ahead of its player before it corrects it, in seconds. */
const MAX_CLOCK_LEAD_SECONDS = 1
/** How often the clock is read while nothing is painted. */
const HIDDEN_POLL_MS = 250

/**
 * Adapts a player whose picture we cannot access. Its clock is read at every paint, and each change
 * of state is reported as of that time. Its own seek events are not used. A seek is either a write
 * to the element's `currentTime`, or a clock at a place that it cannot have played to.
 */
export function adaptClock(media: HTMLElement, clock: HostClock, fps: FrameRate): PlaybackAdapter {
  const framesPerSecond = fps.num / fps.den
  const frameOf = ({ seconds }: ClockReading) => frameAt(seconds, fps)

  return {
    precision: 'estimated',

    readState() {
      const reading = clock.read()
      const visible = document.visibilityState === 'visible'
      const { moving = false, rate = 1 } = reading ?? {}
      const frame = reading ? frameOf(reading) : 0
      return { state: { frame, moving, rate, visible }, at: performance.now() }
    },

    listen(listener, signal) {
      let lastFrame = 0
      let isMoving = false
      let hasEnded = false
      /** The target of a seek, until the clock is there. */
      let seekTarget: number | null = null

      /** @returns frames the clock is past `from`; null if it cannot have played them just now */
      const playedSince = (from: number | null, frame: number) => {
        const advance = from === null ? -1 : frame - from
        return advance >= 0 && advance <= MAX_CLOCK_LEAD_SECONDS * framesPerSecond ? advance : null
      }

      function emit(event: PlayerEvent, at = performance.now()) {
        if (event.type === 'frame') lastFrame = event.frame
        listener(event, at)
      }

      function readClock() {
        const reading = clock.read()
        if (!reading) return
        const frame = frameOf(reading)
        if (isCorrection(frame, reading)) return
        if (reading.moving) emitMoving(frame, reading.rate)
        else emitStopped(frame, reading)
        hasEnded = reading.ended
        if (playedSince(seekTarget, frame) !== null) seekTarget = null
      }

      /** Whether the host took back a part of its extrapolation, which is not a seek. */
      function isCorrection(frame: number, { moving, rate }: ClockReading) {
        const isAtTarget = playedSince(seekTarget, frame) !== null
        const back = lastFrame - frame
        const maxBack = MAX_CLOCK_LEAD_SECONDS * framesPerSecond * rate
        return moving && isMoving && !isAtTarget && back > 0 && back <= maxBack
      }

      function emitMoving(frame: number, rate: number) {
        const now = performance.now()
        if (!isMoving) emitStart(frame, rate, now)
        emit({ type: 'frame', frame, playing: true, rate }, now)
        isMoving = true
      }

      /** It may have started since the last reading: at the seek target, or where it was. */
      function emitStart(frame: number, rate: number, now: number) {
        const advance = playedSince(seekTarget, frame) ?? playedSince(lastFrame, frame) ?? 0
        const at = now - (advance * 1000) / framesPerSecond / rate
        const first = frame - advance
        if (seekTarget !== null || first !== lastFrame) {
          emit({ type: 'frame', frame: first, playing: false, rate }, at)
        }
        emit({ type: 'moving', rate }, at)
      }

      function emitStopped(frame: number, { rate, ended }: ClockReading) {
        if (isMoving || frame !== lastFrame) emit({ type: 'frame', frame, playing: false, rate })
        if (isMoving) emit({ type: 'stopped' })
        if (ended && !hasEnded) emit({ type: 'ended' })
        isMoving = false
      }

      function startSeek(seconds: number) {
        readClock()
        seekTarget = frameAt(seconds, fps)
        emit({ type: 'seeking', to: seekTarget })
      }

      function readAtEachPaint() {
        readClock()
        if (!signal.aborted) requestAnimationFrame(readAtEachPaint)
      }

      clock.onChange(readClock, signal)
      interceptSeeks(media, startSeek, signal)
      media.addEventListener('emptied', () => emit({ type: 'source' }), { signal })
      readAtEachPaint()
      const timer = setInterval(readClock, HIDDEN_POLL_MS)
      signal.addEventListener('abort', () => clearInterval(timer))
    },
  }
}
