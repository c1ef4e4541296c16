import { useEffect, useImperativeHandle, useRef } from 'react'
import { middleOf } from '#lib/watch/frames.ts'
import { originOf } from './hlsOrigin.ts'
import type { HostPlayer, MediaProps } from './host.ts'
import { describeNative } from './measureRate.ts'
import { adaptNative } from './nativeAdapter.ts'

/**
 * HLS, ours or Mux's: a plain `<video>` that hls.js feeds, so it is shown and followed as a file is.
 * The player's code comes after the page has come to life.
 */
function HlsMedia({ ref, src, poster, title, controls, startFrame, fps }: MediaProps) {
  const video = useRef<HTMLVideoElement>(null)
  useImperativeHandle(ref, () => video.current as HTMLVideoElement)
  const start = startFrame > 0 ? middleOf(startFrame, fps) : 0

  useEffect(() => {
    const showing = new AbortController()
    const { signal } = showing
    import('./feedHls.ts').then(({ feedHls }) => {
      if (video.current && !signal.aborted) feedHls(video.current, { src, start }, signal)
    })
    return () => showing.abort()
  }, [src, start])

  return (
    // biome-ignore lint/a11y/useMediaCaption: captions come with the film, where it has them
    <video
      ref={video}
      slot="media"
      data-media=""
      // Someone who goes on sees the picture they left.
      poster={(startFrame === 0 && poster) || undefined}
      aria-label={title}
      controls={controls}
      playsInline
      className="size-full object-contain"
    />
  )
}

export const hls: HostPlayer = {
  Media: HlsMedia,
  adapt: (video, fps) => adaptNative(video, fps, () => originOf(video)),
  describe: describeNative,
}
