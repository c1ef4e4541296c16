import type { FrameRate } from '#lib/videos/video.ts'

/** How far from a frame's start a time may lie to be taken for one, in frames. */
const NEAR = 0.01

/**
 * The frame a `<video>` shows right now, off the picture itself: its own time stands in it. Neither
 * `currentTime`, which runs up to four frames away from the picture, nor the last callback, which
 * may have a younger picture behind it, say that.
 * @param origin seconds at which the video's first frame lies on the element's clock
 * @returns null where that cannot be known: no WebCodecs, no picture yet, a video of another origin,
 * a browser that dates the picture by its clock.
 */
export function frameOnScreen(
  video: HTMLVideoElement,
  { num, den }: FrameRate,
  origin: number,
): number | null {
  if (typeof VideoFrame === 'undefined' || video.readyState < video.HAVE_CURRENT_DATA) return null
  try {
    const picture = new VideoFrame(video)
    const place = ((picture.timestamp / 1e6 - origin) * num) / den
    picture.close()
    const frame = Math.round(place)
    return Math.abs(place - frame) < NEAR ? frame : null
  } catch {
    return null
  }
}
