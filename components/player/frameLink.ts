/** @returns the address that opens a video at a frame */
export function frameLink(videoId: string, frame: number): string {
  return `/videos/${videoId}?f=${frame}`
}

/**
 * The frame that an address asks for.
 * @param f the query parameter, unchecked
 * @returns undefined unless it is a frame of the video
 */
export function requestedFrame(f: unknown, frames: number): number | undefined {
  if (typeof f !== 'string' || !/^\d{1,9}$/.test(f)) return undefined
  const frame = Number(f)
  return frame < frames ? frame : undefined
}

/** Called once the video is played, so that reloading the page resumes where the member stopped. */
export function removeFrameFromAddress(): void {
  const url = new URL(window.location.href)
  if (!url.searchParams.has('f')) return
  url.searchParams.delete('f')
  window.history.replaceState(null, '', url)
}
