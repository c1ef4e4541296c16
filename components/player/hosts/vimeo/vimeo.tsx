import type { HostPlayer, MediaProps } from '#components/player/hosts/host.ts'
import { adaptClock, type HostClock } from '#components/player/hosts/shared/clockAdapter.ts'
import { Embedded } from '#components/player/hosts/shared/Embedded.tsx'
import { readOembed } from '#components/player/hosts/shared/readOembed.ts'

type News = { seconds?: number; playbackRate?: number }

/** What is used of https://developer.vimeo.com/player/sdk/reference. */
type Api = {
  on(event: string, hear: (news?: News) => void): void
  getVideoTitle(): Promise<string>
}
type VimeoElement = HTMLElement & { api?: Api | null }

/** Seconds after which a clock that nobody confirmed is no longer believed to go on. */
const UNCONFIRMED = 1

const define = () => import('vimeo-video-element')

/** `dnt`: Vimeo is asked not to follow whoever watches. */
const configure = (start: number) => ({
  start_time: start || undefined,
  dnt: true,
  keyboard: false,
  pip: true,
  referrerpolicy: 'strict-origin-when-cross-origin',
})

function VimeoMedia(props: MediaProps) {
  return <Embedded tag="vimeo-video" define={define} configure={configure} {...props} />
}

/**
 * Vimeo tells four times a second where it is, with each turn besides; in between its clock is
 * worked out. The element's own `currentTime` is rounded, and written before the player is there.
 */
function clockOf(media: VimeoElement): HostClock {
  let heard = { seconds: 0, at: 0 }
  let rate = 1
  let isPlayed = false
  let isPaused = true
  let isWaiting = false
  let isOver = false
  const isMoving = () => !isPaused && !isWaiting

  function seconds() {
    const gone = isMoving() ? (performance.now() - heard.at) / 1000 : 0
    return heard.seconds + Math.min(gone, UNCONFIRMED) * rate
  }

  /** Where it is, and what that means for how it goes on. */
  function hear({ seconds: there = seconds() }: News) {
    heard = { seconds: there, at: performance.now() }
  }

  const turns: Record<string, (news: News) => void> = {
    timeupdate: () => {},
    playing: () => {
      isPlayed = true
      isPaused = isWaiting = isOver = false
    },
    pause: () => {
      isPaused = true
    },
    ended: () => {
      isPaused = isOver = true
    },
    bufferstart: () => {
      isWaiting = true
    },
    bufferend: () => {
      isWaiting = false
    },
    seeking: () => {
      isWaiting = true
    },
    seeked: () => {
      isWaiting = isOver = false
    },
    playbackratechange: (news) => {
      rate = news.playbackRate ?? rate
    },
  }

  return {
    read() {
      if (!isPlayed) return null
      return { seconds: seconds(), moving: isMoving(), ended: isOver, rate }
    },
    follow(look, signal) {
      function subscribe() {
        const { api } = media
        for (const [event, turn] of Object.entries(turns)) {
          api?.on(event, (news = {}) => {
            if (signal.aborted) return
            hear(news)
            turn(news)
            look()
          })
        }
      }
      media.addEventListener('loadedmetadata', subscribe, { signal })
    },
  }
}

export const vimeo: HostPlayer = {
  Media: VimeoMedia,
  adapt: (media, fps) => adaptClock(media, clockOf(media as HTMLElement as VimeoElement), fps),
  async describe(media, src) {
    const { api } = media as HTMLElement as VimeoElement
    const [title, told] = await Promise.all([
      api?.getVideoTitle(),
      readOembed('https://vimeo.com/api/oembed.json', src),
    ])
    return { title: title ?? told.title, poster: told.poster, rate: null }
  },
}
