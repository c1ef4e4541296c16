/** What the video page tells its player, as JSON in `#playback`. Browser-safe. */
export type PlaybackPage = {
  token: string
  videoId: string
  playbackId: string
  frames: number
  fps: [num: number, den: number]
  /** Where the player starts: 0 when the member had reached the end. */
  resumeFrame: number
  /** Where the member stopped. */
  positionFrame: number
}
