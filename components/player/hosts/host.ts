import type { ComponentType, Ref } from 'react'
import type { FrameRate } from '#lib/videos/video.ts'
import type { PlaybackAdapter } from '#lib/watch/client/playbackAdapter.ts'
import type { TextTrack } from './Tracks.tsx'

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
  tracks: TextTrack[]
}

/** What a host says of a video, or its frames do; null where nothing is said. */
export type VideoWords = { title: string | null; poster: string | null; rate: FrameRate | null }

/** How videos of one host are shown and followed. */
export type HostPlayer = {
  /** Renders one element in the slot `media`, with `data-media`, that never plays by itself. */
  Media: ComponentType<MediaProps>
  adapt(media: HTMLVideoElement, fps: FrameRate): PlaybackAdapter
  /** Of a video whose length is known: then its host's player is there. May play it for a moment. */
  describe(media: HTMLVideoElement, src: string): Promise<VideoWords>
}

/** Gives a `<video>` its video until the signal is aborted; `start` in seconds, until it is played. */
export type Feed = (
  video: HTMLVideoElement,
  source: { src: string; start: number },
  signal: AbortSignal,
) => void
