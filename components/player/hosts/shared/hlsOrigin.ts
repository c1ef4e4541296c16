/** Seconds at which the first frame of a video lies on its element's clock, where that is not 0. */
const origins = new WeakMap<HTMLVideoElement, number>()

/** More than sound ahead of the picture and pictures out of order come to: then the list is wrong. */
const FAR = 1

/** @returns 0 until the first piece of the video is there; no picture is, either. */
export function originOf(video: HTMLVideoElement): number {
  return origins.get(video) ?? 0
}

/**
 * Learns where a video's first frame lies: HLS may sit a constant offset from its own list, because
 * the sound begins before the picture or pictures are shown in another order than they are sent.
 * @param listed where the list says that a piece of the video begins, in seconds
 * @param found where its first picture lies on the element's clock
 */
export function learnOrigin(video: HTMLVideoElement, listed: number, found: number): void {
  if (origins.has(video)) return
  origins.set(video, Math.abs(found - listed) < FAR ? found - listed : 0)
}
