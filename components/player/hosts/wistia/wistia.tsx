import type { HostPlayer, MediaProps } from '#components/player/hosts/host.ts'
import { Embedded } from '#components/player/hosts/shared/Embedded.tsx'
import { measureRate } from '#components/player/hosts/shared/measureRate.ts'
import { adaptNative } from '#components/player/hosts/shared/nativeAdapter.ts'
import { readOembed } from '#components/player/hosts/shared/readOembed.ts'
import type { PlaybackAdapter } from '#lib/watch/client/playbackAdapter.ts'

/** The parts used of https://docs.wistia.com/docs/javascript-player-api. */
type Api = { name(): string }
type WistiaElement = HTMLElement & {
  api?: Api | null
  loadComplete: Promise<void>
  nativeEl: HTMLVideoElement | null
}

const define = () => import('wistia-video-element')

/** Resuming and counting are ours: Wistia does neither. */
const configure = (startSeconds: number) => ({
  time: startSeconds || undefined,
  resumable: false,
  doNotTrack: true,
  controlsVisibleOnLoad: false,
})

function WistiaMedia(props: MediaProps) {
  return <Embedded tag="wistia-video" define={define} configure={configure} {...props} />
}

/**
 * Wistia's player runs in our page, around a plain `<video>` that exists once the player is loaded:
 * that one is measured, as a file is.
 */
function adapt(media: WistiaElement, fps: Parameters<HostPlayer['adapt']>[1]): PlaybackAdapter {
  return {
    precision: 'exact',
    readState() {
      const visible = document.visibilityState === 'visible'
      return { state: { frame: 0, moving: false, rate: 1, visible }, at: performance.now() }
    },
    listen(listener, signal) {
      customElements
        .whenDefined(media.localName)
        .then(() => media.loadComplete)
        .then(() => {
          if (!media.nativeEl || signal.aborted) return
          // The event reached the controls before the element returned a duration.
          media.dispatchEvent(new Event('durationchange'))
          const native = adaptNative(media.nativeEl, fps)
          const { state, at } = native.readState()
          const { frame, moving, rate } = state
          listener({ type: 'frame', frame, playing: false, rate }, at)
          if (moving) listener({ type: 'moving', rate }, at)
          native.listen(listener, signal)
        })
    },
  }
}

export const wistia: HostPlayer = {
  Media: WistiaMedia,
  adapt: (media, fps) => adapt(media as HTMLElement as WistiaElement, fps),
  async describe(media, src) {
    const { api, nativeEl } = media as HTMLElement as WistiaElement
    const [oembed, rate] = await Promise.all([
      readOembed('https://fast.wistia.com/oembed', src),
      nativeEl && measureRate(nativeEl),
    ])
    return { title: api?.name() ?? oembed.title, poster: oembed.poster, rate }
  },
}
