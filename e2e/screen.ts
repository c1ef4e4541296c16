import type { Page } from '@playwright/test'
import type { FrameRate } from '#lib/videos/video.ts'
import { frameStartingAt } from '#lib/watch/frames.ts'
import { strip } from '../scripts/clips/strip.ts'

/** What happened in the page, in its order. */
export type Seen =
  /** What the picture says, and what the browser says of it when it announces one. */
  | { what: 'frame'; frame: number; mediaTime: number | null }
  /** What the picture says in the moment it is left: no page need have noticed it. */
  | { what: 'glimpse'; frame: number }
  /** The test itself moves the film. */
  | { what: 'jump'; to: number }
  | { what: 'play' | 'pause' }

declare global {
  interface Window {
    seen: Seen[]
    /** Notes what the picture says now. */
    glimpse(): void
  }
}

/**
 * Reads from a canvas which frame the picture shows, each time the browser says that a new one is
 * there, and when it stands, from the moment the player is parsed. It knows nothing of the product but `[data-media]`.
 */
export async function readScreen(page: Page): Promise<void> {
  await page.addInitScript((strip) => {
    window.seen = []
    const canvas = new OffscreenCanvas(strip.width, strip.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    const read = (film: HTMLVideoElement) => {
      if (!context) throw new Error('no canvas')
      context.drawImage(film, 0, 0, strip.width, strip.height)
      let frame = 0
      for (let bit = 0; bit < strip.bits; bit += 1) {
        const x = strip.left + (bit + 0.5) * strip.cell
        const [light = 0] = context.getImageData(x, strip.top + strip.cell / 2, 1, 1).data
        if (light > 127) frame += 2 ** bit
      }
      return frame
    }
    const see = (film: HTMLVideoElement, mediaTime: number | null) => {
      window.seen.push({ what: 'frame', frame: read(film), mediaTime })
    }
    const follow = (film: HTMLVideoElement) => {
      window.glimpse = () => window.seen.push({ what: 'glimpse', frame: read(film) })
      const look = () =>
        film.requestVideoFrameCallback((_, { mediaTime }) => {
          look()
          see(film, mediaTime)
        })
      look()
      film.addEventListener('play', () => {
        window.seen.push({ what: 'play' })
        if (film.readyState >= film.HAVE_CURRENT_DATA) see(film, null)
      })
      film.addEventListener('pause', () => {
        window.seen.push({ what: 'pause' })
        see(film, null)
        requestAnimationFrame(() => requestAnimationFrame(() => see(film, null)))
      })
      film.addEventListener('seeked', () => film.paused && see(film, null))
    }
    new MutationObserver((_, observer) => {
      const film = document.querySelector<HTMLVideoElement>('[data-media]')
      if (!film) return
      observer.disconnect()
      follow(film)
    }).observe(document, { childList: true, subtree: true })
  }, strip)
}

export function readSeen(page: Page): Promise<Seen[]> {
  return page.evaluate(() => window.seen)
}

export type Film = { frames: number; fps: FrameRate }

/**
 * How often each frame was on the screen of a film being played: between two jumps the frames seen
 * are joined. A picture that a jump led to and that was left before it was played is not counted.
 * @param glimpses whether those count that nobody need have noticed
 */
export function countSeen(
  seen: readonly Seen[],
  { frames, fps }: Film,
  glimpses = false,
): number[] {
  const counts = new Array<number>(frames).fill(0)
  let stretch: number[] = []
  let isPlaying = false
  let isPlayed = false
  let target: number | null = null

  function closeStretch() {
    if (isPlayed && stretch.length > 0) {
      const last = Math.max(...stretch)
      for (let frame = Math.min(...stretch); frame <= last; frame += 1) {
        counts[frame] = (counts[frame] ?? 0) + 1
      }
    }
    stretch = []
    isPlayed = isPlaying
  }

  for (const entry of seen) {
    if (entry.what === 'play') isPlayed = isPlaying = true
    if (entry.what === 'pause') isPlaying = false
    if (entry.what === 'jump') target = entry.to
    if (entry.what === 'glimpse' && glimpses && target === null) stretch.push(entry.frame)
    if (entry.what !== 'frame') continue
    const announced = entry.mediaTime === null ? [] : [frameStartingAt(entry.mediaTime, fps)]
    for (const frame of [...announced, entry.frame]) {
      // Until its own picture comes, news after a jump is of the stretch before; a busy page may
      // hear of the second or third picture first. A loop and a replay jump by themselves.
      const isThere = target !== null && frame >= target && frame < target + 8
      if (isThere || frame < Math.max(...stretch) - 8) {
        closeStretch()
        target = null
      }
      stretch.push(frame)
    }
  }
  closeStretch()
  return counts
}
