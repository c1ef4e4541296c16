import type { HostPlayer, MediaProps } from '#components/player/hosts/host.ts'
import { adaptClock, type HostClock } from '#components/player/hosts/shared/clockAdapter.ts'
import { Embedded } from '#components/player/hosts/shared/Embedded.tsx'
import { readOembed } from '#components/player/hosts/shared/readOembed.ts'

type EventData = { seconds?: number; playbackRate?: number }

/** The parts used of https://developer.vimeo.com/player/sdk/reference. */
type Api = {
  on(event: string, listener: (data?: EventData) => void): void
  getVideoTitle(): Promise<string>
}
type VimeoElement = HTMLElement & { api?: Api | null }

/** How far the clock is extrapolated from the last message. */
const MAX_EXTRAPOLATION_SECONDS = 1

const define = () => import('vimeo-video-element')

/** `dnt`: Vimeo does not track the viewer. */
const configure = (startSeconds: number) => ({
  start_time: startSeconds || undefined,
  dnt: true,
  keyboard: false,
  pip: true,
  referrerpolicy: 'strict-origin-when-cross-origin',
})

function VimeoMedia(props: MediaProps) {
  return <Embedded tag="vimeo-video" define={define} configure={configure} {...props} />
}

/**
 * Vimeo reports its time four times a second and with each change of state; in between the clock is
 * extrapolated. The element's own `currentTime` is rounded, and set before the player is there.
 */
function clockOf(media: VimeoElement): HostClock {
  let reported = { seconds: 0, at: 0 }
  let rate = 1
  let hasPlayed = false
  let isPaused = true
  let isWaiting = false
  let hasEnded = false
  const isMoving = () => !isPaused && !isWaiting

  function readSeconds() {
    const elapsed = isMoving() ? (performance.now() - reported.at) / 1000 : 0
    return reported.seconds + Math.min(elapsed, MAX_EXTRAPOLATION_SECONDS) * rate
  }

  const handlers: Record<string, (data: EventData) => void> = {
    timeupdate: () => {},
    playing: () => {
      hasPlayed = true
      isPaused = isWaiting = hasEnded = false
    },
    pause: () => {
      isPaused = true
    },
    ended: () => {
      isPaused = hasEnded = true
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
      isWaiting = hasEnded = false
    },
    playbackratechange: (data) => {
      rate = data.playbackRate ?? rate
    },
  }

  return {
    read() {
      if (!hasPlayed) return null
      return { seconds: readSeconds(), moving: isMoving(), ended: hasEnded, rate }
    },
    onChange(listener, signal) {
      function subscribe() {
        const { api } = media
        for (const [event, handle] of Object.entries(handlers)) {
          api?.on(event, (data = {}) => {
            if (signal.aborted) return
            // Before the state changes, since that decides how the clock is extrapolated.
            reported = { seconds: data.seconds ?? readSeconds(), at: performance.now() }
            handle(data)
            listener()
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
    const [title, oembed] = await Promise.all([
      api?.getVideoTitle(),
      readOembed('https://vimeo.com/api/oembed.json', src),
    ])
    return { title: title ?? oembed.title, poster: oembed.poster, rate: null }
  },
}
