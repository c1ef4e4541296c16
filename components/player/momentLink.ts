/** The address at which a video opens at a frame. */
export function momentLink(videoId: string, frame: number): string {
  return `/videos/${videoId}?f=${frame}`
}

/**
 * The frame an address asks for.
 * @param f as it stands there; anything may
 * @returns undefined unless it is a frame of the video
 */
export function momentAsked(f: unknown, frames: number): number | undefined {
  if (typeof f !== 'string' || !/^\d{1,9}$/.test(f)) return undefined
  const frame = Number(f)
  return frame < frames ? frame : undefined
}

/** Once the video is played, loading the page again goes on where one stopped, as ever. */
export function forgetMoment(): void {
  const here = new URL(window.location.href)
  if (!here.searchParams.has('f')) return
  here.searchParams.delete('f')
  window.history.replaceState(null, '', here)
}
