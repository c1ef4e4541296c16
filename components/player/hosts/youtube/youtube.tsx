import type { HostPlayer, MediaProps } from '#components/player/hosts/host.ts'
import { adaptClock, type HostClock } from '#components/player/hosts/shared/clockAdapter.ts'
import { Embedded } from '#components/player/hosts/shared/Embedded.tsx'

/** What is used of https://developers.google.com/youtube/iframe_api_reference. */
type Api = {
  getPlayerState(): number
  getCurrentTime(): number
  getPlaybackRate(): number
  /** Not in the reference, and there for as long as the reference. */
  getVideoData?(): { title?: string }
}
type YoutubeElement = HTMLElement & { api?: Api | null; isLoaded?: boolean }

const ENDED = 0
const PLAYING = 1
/** Nobody has played it; where the clock stands then says nothing. */
const UNPLAYED = [-1, 5]

const define = () => import('youtube-video-element')

/** Captions stay off until they are asked for. YouTube starts at whole seconds only. */
const configure = (start: number) => ({
  start: Math.floor(start) || undefined,
  cc_load_policy: 0,
  disablekb: 1,
  fs: 0,
  // Without a referrer YouTube plays nothing.
  referrerpolicy: 'strict-origin-when-cross-origin',
})

function YoutubeMedia(props: MediaProps) {
  return <Embedded tag="youtube-video" define={define} configure={configure} {...props} />
}

/** YouTube's clock is worked out by its own script from what its frame delivers. */
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
    follow(look, signal) {
      for (const type of ['playing', 'pause', 'ended', 'ratechange', 'timeupdate'])
        media.addEventListener(type, look, { signal })
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
