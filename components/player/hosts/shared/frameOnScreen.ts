import type { FrameRate } from '#lib/videos/video.ts'

/** The largest distance between a timestamp and the start of its frame, in frames. */
const MAX_ROUNDING_FRAMES = 0.01

/**
 * The frame a `<video>` shows right now, from the timestamp of the picture itself. `currentTime`
 * runs up to four frames away from the picture, and a newer one may have been painted since the last
 * frame callback.
 * @param origin the time of the video's first frame on the element's clock, in seconds
 * @returns null where it cannot be known: no WebCodecs, no picture yet, a cross-origin video, a
 * browser that stamps the picture with its clock
 */
export function frameOnScreen(
  video: HTMLVideoElement,
  { num, den }: FrameRate,
  origin: number,
): number | null {
  if (typeof VideoFrame === 'undefined' || video.readyState < video.HAVE_CURRENT_DATA) return null
  try {
    const picture = new VideoFrame(video)
    const exact = ((picture.timestamp / 1e6 - origin) * num) / den
    picture.close()
    const frame = Math.round(exact)
    return Math.abs(exact - frame) < MAX_ROUNDING_FRAMES ? frame : null
  } catch {
    return null
  }
}
