import { toWire } from '#lib/watch/protocol/beacon.ts'
import { MAX_SEGMENTS_PER_BEACON } from '#lib/watch/protocol/limits.ts'
import type { BeaconContent, Outbox } from './outbox.ts'
import type { PlayerEvent } from './playbackAdapter.ts'
import type { Sender } from './sender.ts'
import { type Tracking, takePlayed, track } from './tracker.ts'

/** ms between beacons: after a start or a jump, and while it just plays on. */
const SOON = 5000
const LATER = 10_000
/** Never more often, so that someone who plays with the controls stays below the server's limit. */
const LEAST = 2500

/** Where the beacons of one playback are kept, and who carries them. */
export type Line = { outbox: Outbox; courier: Sender }

/** A video being watched: the tracker's frames become beacons, the beacons go out. */
export type Reporter = {
  take(event: PlayerEvent, at: number): void
  /** About once a second. */
  tick(at: number): void
  /** Seals all there is; the caller sends it. */
  sealNow(): void
  /** Goes on as another playback, which gets what was played and not sealed. */
  moveTo(line: Line): void
}

/**
 * @param start what the tracker begins with
 * @param parts `now` in ms since 1970, to date beacons; `at`, everywhere, of a clock of its own
 */
export function makeReporter(
  start: Tracking,
  { now, ...line }: Line & { now(): number },
): Reporter {
  let { outbox, courier } = line
  let state = start
  let sealed = { position: start.position, ended: false }
  /** Where a video stands that nobody played is not where somebody stopped. */
  let hasPlayed = false
  let sealedAt = Number.NEGATIVE_INFINITY
  let dueAt = Number.POSITIVE_INFINITY
  let kept: Tracking | null = null

  function isNews(): boolean {
    if (state.played.length > 0) return true
    return hasPlayed && (state.position !== sealed.position || state.ended !== sealed.ended)
  }

  function seal() {
    while (isNews()) {
      const [segments, rest] = takePlayed(state, MAX_SEGMENTS_PER_BEACON)
      if (!outbox.seal(contentOf(state, segments.map(toWire)), now())) return
      state = rest
      sealed = { position: state.position, ended: state.ended }
    }
  }

  function keepOpen() {
    if (kept === state || !isNews()) return
    outbox.keepOpen(contentOf(state, state.played.map(toWire)), now())
    kept = state
  }

  return {
    take(event, at) {
      state = track(state, event, at)
      hasPlayed ||= state.played.length > 0
      if (event.type === 'stopped' || event.type === 'ended') dueAt = at
      else if (event.type !== 'frame') dueAt = Math.min(dueAt, at + SOON)
    },
    tick(at) {
      // While nothing can be sent the open part grows instead of the number of beacons.
      const isHeld = courier.isHeldUp() && state.played.length < MAX_SEGMENTS_PER_BEACON
      if (at >= Math.max(dueAt, sealedAt + LEAST) && !isHeld) {
        seal()
        sealedAt = at
        dueAt = at + LATER
      }
      keepOpen()
      void courier.deliver()
    },
    sealNow: seal,
    moveTo(line) {
      outbox.forgetOpen()
      ;({ outbox, courier } = line)
      kept = null
    },
  }
}

function contentOf({ position, ended }: Tracking, segments: BeaconContent['segments']) {
  return { position, ended, segments }
}
