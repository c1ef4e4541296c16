/** The video somebody asked to have played when its page is there: of this document, once. */
let awaited: string | null = null

export function setAutoplayIntent(videoId: string): void {
  awaited = videoId
}

/** Whether this video is the one; asked again, it is not. */
export function takeAutoplayIntent(videoId: string): boolean {
  const isIt = awaited === videoId
  awaited = null
  return isIt
}
