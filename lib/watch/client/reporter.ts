import { toWire } from '#lib/watch/protocol/beacon.ts'
import { MAX_SEGMENTS_PER_BEACON } from '#lib/watch/protocol/limits.ts'
import type { BeaconContent, Outbox } from './outbox.ts'
import type { PlayerEvent } from './playbackAdapter.ts'
import type { Sender } from './sender.ts'
import { drainPlayed, type TrackerState, track } from './tracker.ts'

/** From a start or a seek to the next beacon. */
const BEACON_AFTER_CHANGE_MS = 5000
/** Between beacons while the video just plays on. */
const BEACON_INTERVAL_MS = 10_000
/** Between any two beacons, so that frequent pauses and seeks stay below the server's limit. */
const MIN_BEACON_INTERVAL_MS = 2500

/** Where the beacons of one playback go. */
export type Channel = { outbox: Outbox; sender: Sender }

/**
 * Turns the events of one video into beacons. Everywhere `at` is in ms of the monotonic clock of the
 * events.
 */
export type Reporter = {
  handle(event: PlayerEvent, at: number): void
  /** To be called about once a second. */
  tick(at: number): void
  /** Seals everything that was played; the caller sends it. */
  seal(): void
  /** Continues as another playback, which gets what was played and not yet sealed. */
  switchTo(channel: Channel): void
}

/** @param dependencies `now`: ms since 1970, the time at which beacons are sealed */
export function makeReporter(
  start: TrackerState,
  { now, ...channel }: Channel & { now(): number },
): Reporter {
  let { outbox, sender } = channel
  let state = start
  let sealed = { position: start.position, ended: false }
  /** The position of a video that was never played is not one at which the member stopped. */
  let hasPlayed = false
  let sealedAt = Number.NEGATIVE_INFINITY
  let dueAt = Number.POSITIVE_INFINITY
  let saved: TrackerState | null = null

  function hasNews(): boolean {
    if (state.played.length > 0) return true
    return hasPlayed && (state.position !== sealed.position || state.ended !== sealed.ended)
  }

  function seal() {
    while (hasNews()) {
      const [segments, rest] = drainPlayed(state, MAX_SEGMENTS_PER_BEACON)
      if (!outbox.seal(contentOf(state, segments.map(toWire)), now())) return
      state = rest
      sealed = { position: state.position, ended: state.ended }
    }
  }

  function saveOpen() {
    if (saved === state || !hasNews()) return
    outbox.saveOpen(contentOf(state, state.played.map(toWire)), now())
    saved = state
  }

  return {
    handle(event, at) {
      state = track(state, event, at)
      hasPlayed ||= state.played.length > 0
      if (event.type === 'stopped' || event.type === 'ended') dueAt = at
      else if (event.type !== 'frame') dueAt = Math.min(dueAt, at + BEACON_AFTER_CHANGE_MS)
    },
    tick(at) {
      // While nothing can be sent the open part grows, instead of the number of beacons.
      const isPostponed = sender.isBackingOff() && state.played.length < MAX_SEGMENTS_PER_BEACON
      if (at >= Math.max(dueAt, sealedAt + MIN_BEACON_INTERVAL_MS) && !isPostponed) {
        seal()
        sealedAt = at
        dueAt = at + BEACON_INTERVAL_MS
      }
      saveOpen()
      void sender.deliver()
    },
    seal,
    switchTo(channel) {
      outbox.discardOpen()
      ;({ outbox, sender } = channel)
      saved = null
    },
  }
}

function contentOf({ position, ended }: TrackerState, segments: BeaconContent['segments']) {
  return { position, ended, segments }
}
