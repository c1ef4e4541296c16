/** The JSON that the video page gives its player, in `#playback`. */
export type PlaybackPage = {
  token: string
  videoId: string
  playbackId: string
  frames: number
  fps: [num: number, den: number]
  /** Where the player starts: 0 when the member had finished the video. */
  resumeFrame: number
  /** Where the member stopped. */
  positionFrame: number
}
