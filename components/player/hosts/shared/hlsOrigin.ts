/** By video the time of its first frame on the element's clock, in seconds. */
const origins = new WeakMap<HTMLVideoElement, number>()

/**
 * More than an audio lead and reordered frames add up to; a larger offset means that the playlist
 * is wrong.
 */
const MAX_ORIGIN_SECONDS = 1

/** @returns seconds; 0 until the first segment is appended, when there is no picture yet either */
export function originOf(video: HTMLVideoElement): number {
  return origins.get(video) ?? 0
}

/**
 * Learns the time of a video's first frame. HLS can be a constant offset away from its own playlist,
 * because audio starts before the picture or frames are displayed in another order than decoded.
 * @param listed where the playlist says that a segment begins, in seconds
 * @param buffered where its first picture is on the element's clock, in seconds
 */
export function learnOrigin(video: HTMLVideoElement, listed: number, buffered: number): void {
  if (origins.has(video)) return
  const offset = buffered - listed
  origins.set(video, Math.abs(offset) < MAX_ORIGIN_SECONDS ? offset : 0)
}
