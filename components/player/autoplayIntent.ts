/** The video to play as soon as its page is shown, within this document. */
let intendedVideoId: string | null = null

export function setAutoplayIntent(videoId: string): void {
  intendedVideoId = videoId
}

/** @returns whether this video is to be played; true only once */
export function consumeAutoplayIntent(videoId: string): boolean {
  const isIntended = intendedVideoId === videoId
  intendedVideoId = null
  return isIntended
}
