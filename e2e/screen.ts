import type { Frame, Page } from '@playwright/test'
import { frameAt, frameStartingAt } from '#lib/videos/frameTime.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { frameStrip } from '../scripts/clips/frameStrip.ts'
import type { Stretch } from './stretches.ts'

/** What happened in the page, in order. `at` in ms since 1970. */
export type Seen =
  /** The number in the picture, where the page may read it, and the media time the browser reports. */
  | { what: 'frame'; at: number; frame: number | null; mediaTime: number | null }
  /** The number in the picture just before a seek: the page need not have had an event for it. */
  | { what: 'glimpse'; frame: number }
  /** `currentTime` was set, in seconds, by any code. */
  | { what: 'jump'; to: number }
  | { what: 'play' | 'pause' }

declare global {
  interface Window {
    seen: Seen[]
  }
}

/**
 * Reads the frame number in the picture through a canvas at every frame callback and when the video is
 * paused, from the moment the player is parsed, and records every time `currentTime` is set. Of the
 * product it uses only `[data-media]`.
 */
export async function readScreen(page: Page): Promise<void> {
  await page.addInitScript((strip) => {
    window.seen = []
    const canvas = new OffscreenCanvas(strip.width, strip.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    const read = (element: HTMLVideoElement) => {
      if (!context) throw new Error('no canvas')
      context.drawImage(element, 0, 0, strip.width, strip.height)
      let frame = 0
      for (let bit = 0; bit < strip.bits; bit += 1) {
        const x = strip.left + (bit + 0.5) * strip.cell
        const [light = 0] = context.getImageData(x, strip.top + strip.cell / 2, 1, 1).data
        if (light > 127) frame += 2 ** bit
      }
      return frame
    }
    const isShown = (element: HTMLVideoElement) => element.readyState >= element.HAVE_CURRENT_DATA
    const see = (element: HTMLVideoElement, news?: VideoFrameCallbackMetadata) => {
      const at = performance.timeOrigin + (news?.presentationTime ?? performance.now())
      // During a seek a canvas can read frames that are not shown.
      const frame = isShown(element) ? read(element) : null
      window.seen.push({ what: 'frame', at, frame, mediaTime: news?.mediaTime ?? null })
    }
    const glimpse = (element: HTMLVideoElement) => {
      if (isShown(element)) window.seen.push({ what: 'glimpse', frame: read(element) })
    }
    const noteJumps = (element: HTMLVideoElement) => {
      const clock = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'currentTime')
      Object.defineProperty(element, 'currentTime', {
        get: () => clock?.get?.call(element),
        set(to: number) {
          glimpse(element)
          window.seen.push({ what: 'jump', to })
          clock?.set?.call(element, to)
        },
      })
      element.load = () => {
        glimpse(element)
        HTMLMediaElement.prototype.load.call(element)
      }
    }
    const follow = (element: HTMLVideoElement) => {
      noteJumps(element)
      const look = () =>
        element.requestVideoFrameCallback((_, news) => {
          look()
          see(element, news)
        })
      look()
      element.addEventListener('play', () => {
        window.seen.push({ what: 'play' })
        if (isShown(element)) see(element)
      })
      element.addEventListener('pause', () => {
        window.seen.push({ what: 'pause' })
        see(element)
        requestAnimationFrame(() => requestAnimationFrame(() => see(element)))
      })
      element.addEventListener('seeked', () => element.paused && see(element))
    }
    new MutationObserver((_, observer) => {
      const element = document.querySelector<HTMLVideoElement>(
        'video[data-media], [data-media] video',
      )
      if (!element) return
      observer.disconnect()
      follow(element)
    }).observe(document, { childList: true, subtree: true })
  }, frameStrip)
}

/** The page, or the frame in it that contains the host's player. */
export function screenOf(page: Page): Frame {
  return page.frames()[1] ?? page.mainFrame()
}

export function readSeen(page: Page): Promise<Seen[]> {
  return screenOf(page).evaluate(() => window.seen)
}

export type ClipTiming = { frames: number; fps: FrameRate; origin?: number }
type Picture = { what: 'picture'; frame: number; at: number }
type Entry = Exclude<Seen, { what: 'frame' }> | Picture

/** After this time without a frame, the video does not count as having played on meanwhile. */
const SLEEP_MS = 30_000
/** How far a video may move in one step beyond the elapsed time: a busy page gets frames late. */
const LATE_SECONDS = 0.5
/** The highest speed a test plays at. */
const MAX_RATE = 2

/** How often each frame was on the screen of a video being played. */
export function countSeen(seen: readonly Seen[], video: ClipTiming, isGenerous = false): number[] {
  const counts = new Array<number>(video.frames).fill(0)
  for (const { first, last } of stretchesSeen(seen, video, isGenerous)) {
    for (let frame = first; frame <= last; frame += 1) counts[frame] = (counts[frame] ?? 0) + 1
  }
  return counts
}

/**
 * The frames that were on the screen of a playing video: those seen between two seeks are joined.
 * @param isGenerous whether to include frames that the page may have missed: the one at the moment of
 * a seek, and one that a seek led to and that was left before another was shown
 */
export function stretchesSeen(
  seen: readonly Seen[],
  { frames, fps, origin = 0 }: ClipTiming,
  isGenerous = false,
): Stretch[] {
  const stretches: Stretch[] = []
  let stretch: number[] = []
  let isPlaying = false
  let isPlayed = false
  /** Targets of seeks whose frames were not seen yet. */
  let targets: number[] = []
  let isPassing = false
  let seenAt = 0

  function closeStretch(isLeft: boolean) {
    const first = Math.min(...stretch)
    const last = Math.max(...stretch)
    const isGlimpse = isLeft && (isPassing || first === last)
    if (isPlayed && stretch.length > 0 && (isGenerous || !isGlimpse)) {
      stretches.push({ first, last })
    }
    stretch = []
    isPlayed = isPlaying
    isPassing = false
  }

  function see({ frame, at }: Picture, index: number) {
    // Until the target's own frame comes, frames after a seek belong to the stretch before it; on a
    // busy page the first one seen may be the second or third. A loop and a replay seek by themselves.
    const last = Math.max(...stretch)
    const isNext = frame >= last && frame <= last + 3
    const there = targets.findLastIndex((target) => frame >= target && frame < target + 8)
    const isTarget = there >= 0 && !(isNext && goesBackAfter(index, frame))
    // A frame reported late was presented before those read meanwhile.
    const elapsed = Math.max(0, at - seenAt) / 1000
    const room = (elapsed * MAX_RATE + LATE_SECONDS) * (fps.num / fps.den)
    if (isTarget) {
      closeStretch(true)
      targets = targets.slice(there + 1)
      isPassing = targets.length > 0
    } else if (
      stretch.length > 0 &&
      (frame < last - 8 || frame > last + room || at - seenAt > SLEEP_MS)
    ) {
      closeStretch(false)
    }
    stretch.push(frame)
    seenAt = at
  }

  const entries = seen.flatMap<Entry>((entry) =>
    entry.what === 'frame' ? picturesOf(entry) : [entry],
  )
  for (const [index, entry] of entries.entries()) {
    if (entry.what === 'play') isPlayed = isPlaying = true
    if (entry.what === 'pause') isPlaying = false
    if (entry.what === 'jump') targets.push(Math.min(frames - 1, frameAt(entry.to - origin, fps)))
    if (entry.what === 'glimpse' && isGenerous && targets.length === 0) stretch.push(entry.frame)
    if (entry.what === 'picture') see(entry, index)
  }
  closeStretch(false)
  return stretches

  /** The frame that was reported, and the one that was visible at that moment. */
  function picturesOf({ at, frame, mediaTime }: Extract<Seen, { what: 'frame' }>): Picture[] {
    const announced = mediaTime === null ? null : frameStartingAt(mediaTime - origin, fps)
    const there = [announced, frame].filter((frame) => frame !== null)
    return there.map((frame) => ({ what: 'picture', frame, at }))
  }

  /** Whether the next different frame is an earlier one: then this one belongs to the stretch before. */
  function goesBackAfter(index: number, frame: number): boolean {
    for (let next = index + 1; next < entries.length; next += 1) {
      const entry = entries[next]
      if (entry?.what === 'picture' && entry.frame !== frame) return entry.frame < frame
    }
    return false
  }
}
