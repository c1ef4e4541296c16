import type { ComponentType, Ref } from 'react'
import type { FrameRate } from '#lib/videos/video.ts'
import type { PlaybackAdapter } from '#lib/watch/client/playbackAdapter.ts'
import type { TextTrack } from './shared/Tracks.tsx'

export type MediaProps = {
  /** A `<video>`, or a custom element with the same interface. */
  ref: Ref<HTMLVideoElement>
  src: string
  poster: string | null
  title: string
  /** Shows the host's own controls, when ours failed to load. */
  controls: boolean
  /** The frame it is at until it is played. */
  startFrame: number
  fps: FrameRate
  tracks: TextTrack[]
}

/** What a host's player or its frames reveal about a video; null for what they do not. */
export type VideoDescription = {
  title: string | null
  poster: string | null
  rate: FrameRate | null
}

/** How videos of one host are shown and measured. */
export type HostPlayer = {
  /** Renders one element in the slot `media`, with `data-media`, that never autoplays. */
  Media: ComponentType<MediaProps>
  adapt(media: HTMLVideoElement, fps: FrameRate): PlaybackAdapter
  /** Called once the length of the video is known, so its player is loaded. May play it briefly. */
  describe(media: HTMLVideoElement, src: string): Promise<VideoDescription>
}

/**
 * Streams a video into a `<video>` until the signal is aborted.
 * @param source `startSeconds` is where it is until it is played
 */
export type AttachStream = (
  video: HTMLVideoElement,
  source: { src: string; startSeconds: number },
  signal: AbortSignal,
) => void
