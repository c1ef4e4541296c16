import type { HostPlayer, MediaProps } from '#components/player/hosts/host.ts'
import { adaptClock, type HostClock } from '#components/player/hosts/shared/clockAdapter.ts'
import { Embedded } from '#components/player/hosts/shared/Embedded.tsx'

/** The parts used of https://developers.google.com/youtube/iframe_api_reference. */
type Api = {
  getPlayerState(): number
  getCurrentTime(): number
  getPlaybackRate(): number
  /** Undocumented, but as old as the documented functions. */
  getVideoData?(): { title?: string }
}
type YoutubeElement = HTMLElement & { api?: Api | null; isLoaded?: boolean }

const ENDED = 0
const PLAYING = 1
/** Unstarted and cued: the clock means nothing until the video is played. */
const UNPLAYED = [-1, 5]

const define = () => import('youtube-video-element')

/** Captions are off until turned on. YouTube starts at whole seconds only. */
const configure = (startSeconds: number) => ({
  start: Math.floor(startSeconds) || undefined,
  cc_load_policy: 0,
  disablekb: 1,
  fs: 0,
  // YouTube refuses to play without a referrer.
  referrerpolicy: 'strict-origin-when-cross-origin',
})

function YoutubeMedia(props: MediaProps) {
  return <Embedded tag="youtube-video" define={define} configure={configure} {...props} />
}

/** YouTube's script extrapolates its clock from the messages of its frame. */
function clockOf(media: YoutubeElement): HostClock {
  return {
    read() {
      const { api, isLoaded } = media
      const state = isLoaded ? api?.getPlayerState() : undefined
      if (!api || state === undefined || UNPLAYED.includes(state)) return null
      return {
        seconds: api.getCurrentTime(),
        moving: state === PLAYING,
        ended: state === ENDED,
        rate: api.getPlaybackRate(),
      }
    },
    onChange(listener, signal) {
      for (const type of ['playing', 'pause', 'ended', 'ratechange', 'timeupdate'])
        media.addEventListener(type, listener, { signal })
    },
  }
}

export const youtube: HostPlayer = {
  Media: YoutubeMedia,
  adapt: (media, fps) => adaptClock(media, clockOf(media as HTMLElement as YoutubeElement), fps),
  async describe(media) {
    const { api } = media as HTMLElement as YoutubeElement
    return { title: api?.getVideoData?.().title || null, poster: null, rate: null }
  },
}
