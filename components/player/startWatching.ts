import type { PlaybackAdapter } from '#lib/watch/adapter.ts'
import { makeCourier } from '#lib/watch/courier.ts'
import { openOutbox } from '#lib/watch/outbox.ts'
import type { PlaybackPage } from '#lib/watch/playbackPage.ts'
import { postBeacons, sendBeacons } from '#lib/watch/postBeacons.ts'
import { startTracking } from '#lib/watch/tracker.ts'
import { makeWatcher } from '#lib/watch/watcher.ts'
import { browserPlace, warn } from './browserPlace.ts'
import { holdPlayback } from './playbackLock.ts'

type Watching = { adapter: PlaybackAdapter; playback: PlaybackPage; memberId: string }

/** Follows one playback of this page and sends what was played, until the signal is aborted. */
export function startWatching({ adapter, playback, memberId }: Watching, signal: AbortSignal) {
  const { videoId, playbackId, token, frames } = playback
  const [num, den] = playback.fps
  const outbox = openOutbox(browserPlace(), { memberId, videoId, playbackId, token })
  const courier = makeCourier(outbox, { post: postBeacons, now, random: Math.random, warn })
  const { found, at } = adapter.find()
  const start = startTracking({ frames, fps: { num, den } }, found, at)
  const watcher = makeWatcher(start, { outbox, courier, now })
  let held = new AbortController()

  function hold() {
    held = new AbortController()
    holdPlayback(playbackId, held.signal)
  }

  function leave() {
    watcher.sealNow()
    void courier.flush(sendBeacons)
    held.abort()
  }

  function followVisibility() {
    const visible = document.visibilityState === 'visible'
    watcher.take({ type: 'visibility', visible }, performance.now())
    if (visible) return
    // The last moment a phone may give a page; but the page may live, so the answer is heard.
    watcher.sealNow()
    void courier.flush(postBeacons)
  }

  hold()
  adapter.listen(watcher.take, signal)
  const timer = setInterval(() => watcher.tick(performance.now()), 1000)
  document.addEventListener('visibilitychange', followVisibility, { signal })
  window.addEventListener('pagehide', leave, { signal })
  window.addEventListener('pageshow', (event) => event.persisted && hold(), { signal })
  window.addEventListener('online', courier.tryAgainNow, { signal })
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    watcher.sealNow()
    void courier.flush(postBeacons)
    held.abort()
  })
}

function now(): number {
  return Date.now()
}
