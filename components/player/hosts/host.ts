import type { ComponentType, Ref } from 'react'
import type { FrameRate } from '#lib/videos/video.ts'
import type { PlaybackAdapter } from '#lib/watch/adapter.ts'

export type MediaProps = {
  /** A `<video>`, or a custom element that speaks as one. */
  ref: Ref<HTMLVideoElement>
  src: string
  poster: string | null
  title: string
  /** The host's own controls, when ours did not come. */
  controls: boolean
  /** Where it stands until it is played. */
  startFrame: number
  fps: FrameRate
}

/** What a host says of a film, in its own words; null where it says nothing. */
export type FilmWords = { title: string | null; poster: string | null }

/** How films of one host are shown and followed. */
export type HostPlayer = {
  /** Renders one element in the slot `media`, with `data-media`, that never plays by itself. */
  Media: ComponentType<MediaProps>
  adapt(media: HTMLVideoElement, fps: FrameRate): PlaybackAdapter
  /** Only of a film whose length is known, which is when its host's player is there. */
  describe?(media: HTMLVideoElement): Promise<FilmWords>
}
