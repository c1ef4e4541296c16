import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import { browserStorage, warn } from './browserStorage.ts'
import { openOutbox } from './outbox.ts'
import { deleteBackup, writeBackup } from './outboxBackup.ts'
import type { PlaybackAdapter } from './playbackAdapter.ts'
import { lockPlayback } from './playbackLock.ts'
import { renewPlayback } from './renewPlayback.ts'
import { type Channel, makeReporter } from './reporter.ts'
import { makeSender } from './sender.ts'
import { startTracker } from './tracker.ts'
import { postBeacons, sendBeacons } from './transport.ts'

type Options = { adapter: PlaybackAdapter; playback: PlaybackPage; memberId: string }

const TICK_MS = 1000
/** Between two attempts to renew the playback. */
const RENEWAL_INTERVAL_MS = 60_000
/** Between two backups of what could not be sent. */
const BACKUP_INTERVAL_MS = 10_000

/** Measures a video of this page and reports what was played, until the signal is aborted. */
export function startReporting(
  { adapter, playback, memberId }: Options,
  signal: AbortSignal,
): void {
  const { videoId, frames } = playback
  const [num, den] = playback.fps
  let channel = openChannel(playback, memberId)
  const { state, at } = adapter.readState()
  const tracker = startTracker({ frames, fps: { num, den } }, state, at)
  const reporter = makeReporter(tracker, { ...channel, now })
  let lock = new AbortController()
  let renewedAt = Number.NEGATIVE_INFINITY
  let backedUpAt: number | null = null

  function acquireLock() {
    lock = new AbortController()
    lockPlayback(channel.outbox.owner.playbackId, lock.signal)
  }

  function leave() {
    reporter.seal()
    void channel.sender.flush(sendBeacons)
    lock.abort()
  }

  function handleVisibility() {
    const visible = document.visibilityState === 'visible'
    reporter.handle({ type: 'visibility', visible }, performance.now())
    if (visible) return
    // A phone may end a hidden page without another event. It may also live on, so this uses the
    // transport that returns the response.
    reporter.seal()
    void channel.sender.flush(postBeacons)
  }

  /** Continues as a new playback. What is unsent of the old one is sent like an abandoned outbox. */
  async function renew() {
    renewedAt = performance.now()
    const next = await renewPlayback(videoId, memberId)
    if (!next || signal.aborted) return
    channel = openChannel(next, memberId)
    reporter.switchTo(channel)
    lock.abort()
    acquireLock()
  }

  /** Runs before anything new is sealed, so what is waiting could not be sent the last time. */
  function backUpUnsent() {
    const { outbox } = channel
    if (outbox.waiting().length > 0) {
      if (performance.now() - (backedUpAt ?? Number.NEGATIVE_INFINITY) < BACKUP_INTERVAL_MS) return
      backedUpAt = performance.now()
      void writeBackup(outbox.copy())
    } else if (backedUpAt !== null) {
      backedUpAt = null
      void deleteBackup(outbox.owner.playbackId)
    }
  }

  function tick() {
    backUpUnsent()
    reporter.tick(performance.now())
    const needsRenewal = channel.outbox.isNearlyFull() || channel.sender.hasEnded()
    if (needsRenewal && performance.now() - renewedAt > RENEWAL_INTERVAL_MS) void renew()
  }

  acquireLock()
  adapter.listen(reporter.handle, signal)
  const timer = setInterval(tick, TICK_MS)
  document.addEventListener('visibilitychange', handleVisibility, { signal })
  window.addEventListener('pagehide', leave, { signal })
  window.addEventListener('pageshow', (event) => event.persisted && acquireLock(), { signal })
  window.addEventListener('online', () => channel.sender.retryNow(), { signal })
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    reporter.seal()
    void channel.sender.flush(postBeacons)
    lock.abort()
  })
}

function openChannel({ videoId, playbackId, token }: PlaybackPage, memberId: string): Channel {
  const outbox = openOutbox(browserStorage(), { memberId, videoId, playbackId, token })
  const dependencies = { post: postBeacons, now, random: Math.random, warn }
  return { outbox, sender: makeSender(outbox, dependencies) }
}

function now(): number {
  return Date.now()
}
