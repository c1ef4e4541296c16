import type { RefObject } from 'react'
import { frameAt, middleOf } from '#lib/videos/frameTime.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { frameOnScreen } from './hosts/frameOnScreen.ts'
import { originOf } from './hosts/hlsOrigin.ts'

/** The film of a page as its members handle it: by frames, whoever hosts it. */
export type FilmHandle = {
  media: RefObject<HTMLVideoElement | null>
  frames: number
  fps: FrameRate
  /** The frame on the screen, or the one it is on its way to; as near as its host lets one know. */
  frame(): number
  /** Shows a frame; plays on when it plays. One outside the film is its nearest end. */
  goTo(frame: number): void
}

export function makeFilmHandle(
  media: RefObject<HTMLVideoElement | null>,
  { frames, fps }: { frames: number; fps: FrameRate },
): FilmHandle {
  const inside = (frame: number) => Math.min(Math.max(0, frame), frames - 1)

  return {
    media,
    frames,
    fps,
    frame() {
      const film = media.current
      if (!film) return 0
      const video = nativeOf(film)
      const origin = video ? originOf(video) : 0
      // While it seeks the picture is the one it left, and the clock is where it goes.
      const shown = video && !video.seeking ? frameOnScreen(video, fps, origin) : null
      return inside(shown ?? frameAt((film.currentTime ?? 0) - origin, fps))
    },
    goTo(frame) {
      const film = media.current
      if (!film) return
      const to = inside(frame)
      film.currentTime = to === 0 ? 0 : middleOf(to, fps) + originOf(film)
    },
  }
}

/** The `<video>` that shows it, where it stands in our page. */
function nativeOf(film: HTMLElement): HTMLVideoElement | null {
  const native = 'nativeEl' in film ? film.nativeEl : film
  return native instanceof HTMLVideoElement ? native : null
}
