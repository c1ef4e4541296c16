/** A viewer has finished a video once they have played this share of its frames, in percent. */
export const COMPLETION_PERCENT = 90

/** @param covered different frames played. @param frames the length of the video; 0: not known */
export function isComplete(covered: number, frames: number): boolean {
  return frames > 0 && covered * 100 >= frames * COMPLETION_PERCENT
}
