import type { RefObject } from 'react'
import { frameAt, middleOf } from '#lib/videos/frameTime.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { frameOnScreen } from './hosts/shared/frameOnScreen.ts'
import { originOf } from './hosts/shared/hlsOrigin.ts'

/** The video of a page as its members handle it: by frames, whoever hosts it. */
export type PlayerHandle = {
  media: RefObject<HTMLVideoElement | null>
  frames: number
  fps: FrameRate
  /** The frame on the screen, or the one it is on its way to; as near as its host lets one know. */
  frame(): number
  /** Shows a frame; plays on when it plays. One outside the video is its nearest end. */
  goTo(frame: number): void
}

export function makePlayerHandle(
  media: RefObject<HTMLVideoElement | null>,
  { frames, fps }: { frames: number; fps: FrameRate },
): PlayerHandle {
  const inside = (frame: number) => Math.min(Math.max(0, frame), frames - 1)

  return {
    media,
    frames,
    fps,
    frame() {
      const element = media.current
      if (!element) return 0
      const video = nativeOf(element)
      const origin = video ? originOf(video) : 0
      // While it seeks the picture is the one it left, and the clock is where it goes.
      const shown = video && !video.seeking ? frameOnScreen(video, fps, origin) : null
      return inside(shown ?? frameAt((element.currentTime ?? 0) - origin, fps))
    },
    goTo(frame) {
      const element = media.current
      if (!element) return
      const to = inside(frame)
      element.currentTime = to === 0 ? 0 : middleOf(to, fps) + originOf(element)
    },
  }
}

/** The `<video>` that shows it, where it stands in our page. */
function nativeOf(element: HTMLElement): HTMLVideoElement | null {
  const native = 'nativeEl' in element ? element.nativeEl : element
  return native instanceof HTMLVideoElement ? native : null
}
