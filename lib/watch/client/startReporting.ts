import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import { browserStorage, warn } from './browserStorage.ts'
import { openOutbox } from './outbox.ts'
import { deleteBackup, writeBackup } from './outboxBackup.ts'
import type { PlaybackAdapter } from './playbackAdapter.ts'
import { holdPlayback } from './playbackLock.ts'
import { renewPlayback } from './renewPlayback.ts'
import { type Line, makeReporter } from './reporter.ts'
import { makeSender } from './sender.ts'
import { startTracking } from './tracker.ts'
import { postBeacons, sendBeacons } from './transport.ts'

type Watching = { adapter: PlaybackAdapter; playback: PlaybackPage; memberId: string }

/** ms between two tries to get another playback. */
const PATIENCE = 60_000
/** ms between two copies of what cannot be sent. */
const COPYING = 10_000

/** Follows a video of this page and sends what was played, until the signal is aborted. */
export function startReporting({ adapter, playback, memberId }: Watching, signal: AbortSignal) {
  const { videoId, frames } = playback
  const [num, den] = playback.fps
  let line = openLine(playback, memberId)
  const { found, at } = adapter.find()
  const watcher = makeReporter(startTracking({ frames, fps: { num, den } }, found, at), {
    ...line,
    now,
  })
  let held = new AbortController()
  let askedAt = Number.NEGATIVE_INFINITY
  let copiedAt: number | null = null

  function hold() {
    held = new AbortController()
    holdPlayback(line.outbox.owner.playbackId, held.signal)
  }

  function leave() {
    watcher.sealNow()
    void line.courier.flush(sendBeacons)
    held.abort()
  }

  function followVisibility() {
    const visible = document.visibilityState === 'visible'
    watcher.take({ type: 'visibility', visible }, performance.now())
    if (visible) return
    // The last moment a phone may give a page; but the page may live, so the answer is heard.
    watcher.sealNow()
    void line.courier.flush(postBeacons)
  }

  /** The video plays on under another playback; what the former could not send goes as leftovers do. */
  async function goOnAnew() {
    askedAt = performance.now()
    const next = await renewPlayback(videoId, memberId)
    if (!next || signal.aborted) return
    line = openLine(next, memberId)
    watcher.moveTo(line)
    held.abort()
    hold()
  }

  /** Before anything new is sealed: what waits now was not taken the last time. */
  function copyWhatWaits() {
    const { outbox } = line
    if (outbox.waiting().length > 0) {
      if (performance.now() - (copiedAt ?? Number.NEGATIVE_INFINITY) < COPYING) return
      copiedAt = performance.now()
      void writeBackup(outbox.copy())
    } else if (copiedAt !== null) {
      copiedAt = null
      void deleteBackup(outbox.owner.playbackId)
    }
  }

  function tick() {
    copyWhatWaits()
    watcher.tick(performance.now())
    const isSpent = line.outbox.isNearlyFull() || line.courier.hasEnded()
    if (isSpent && performance.now() - askedAt > PATIENCE) void goOnAnew()
  }

  hold()
  adapter.listen(watcher.take, signal)
  const timer = setInterval(tick, 1000)
  document.addEventListener('visibilitychange', followVisibility, { signal })
  window.addEventListener('pagehide', leave, { signal })
  window.addEventListener('pageshow', (event) => event.persisted && hold(), { signal })
  window.addEventListener('online', () => line.courier.tryAgainNow(), { signal })
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    watcher.sealNow()
    void line.courier.flush(postBeacons)
    held.abort()
  })
}

function openLine({ videoId, playbackId, token }: PlaybackPage, memberId: string): Line {
  const outbox = openOutbox(browserStorage(), { memberId, videoId, playbackId, token })
  const parts = { post: postBeacons, now, random: Math.random, warn }
  return { outbox, courier: makeSender(outbox, parts) }
}

function now(): number {
  return Date.now()
}
