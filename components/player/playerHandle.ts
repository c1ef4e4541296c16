import type { RefObject } from 'react'
import { frameAt, middleOf } from '#lib/videos/frameTime.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { frameOnScreen } from './hosts/shared/frameOnScreen.ts'
import { originOf } from './hosts/shared/hlsOrigin.ts'

/** Reads and sets the frame a player is at, for every host. */
export type PlayerHandle = {
  media: RefObject<HTMLVideoElement | null>
  frames: number
  fps: FrameRate
  /** The frame on the screen, or the target of a seek in progress, as exactly as the host allows. */
  frame(): number
  /** Seeks to a frame, clipped to the video. It keeps playing if it plays. */
  goTo(frame: number): void
}

export function makePlayerHandle(
  media: RefObject<HTMLVideoElement | null>,
  { frames, fps }: { frames: number; fps: FrameRate },
): PlayerHandle {
  const clip = (frame: number) => Math.min(Math.max(0, frame), frames - 1)

  return {
    media,
    frames,
    fps,
    frame() {
      const element = media.current
      if (!element) return 0
      const video = nativeOf(element)
      const origin = video ? originOf(video) : 0
      // During a seek the picture is still the old one, and the clock is at the target.
      const shown = video && !video.seeking ? frameOnScreen(video, fps, origin) : null
      return clip(shown ?? frameAt((element.currentTime ?? 0) - origin, fps))
    },
    goTo(frame) {
      const element = media.current
      if (!element) return
      const to = clip(frame)
      element.currentTime = to === 0 ? 0 : middleOf(to, fps) + originOf(element)
    },
  }
}

/** @returns the `<video>` behind an element; null if it is in a cross-origin frame */
function nativeOf(element: HTMLElement): HTMLVideoElement | null {
  const native = 'nativeEl' in element ? element.nativeEl : element
  return native instanceof HTMLVideoElement ? native : null
}
