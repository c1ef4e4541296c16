import { useEffect, useImperativeHandle, useRef } from 'react'
import { middleOf } from '#lib/watch/frames.ts'
import { whenWanted } from '../whenWanted.ts'
import { originOf } from './hlsOrigin.ts'
import type { HostPlayer, MediaProps } from './host.ts'
import { describeNative } from './measureRate.ts'
import { adaptNative } from './nativeAdapter.ts'
import { Tracks } from './Tracks.tsx'

/**
 * HLS, ours or Mux's: a plain `<video>` that hls.js feeds, so it is shown and followed as a file is.
 * The player's code, which is more than the page's, comes when somebody is there to watch.
 */
function HlsMedia({ ref, src, poster, title, controls, startFrame, fps, tracks }: MediaProps) {
  const video = useRef<HTMLVideoElement>(null)
  useImperativeHandle(ref, () => video.current as HTMLVideoElement)
  const start = startFrame > 0 ? middleOf(startFrame, fps) : 0

  useEffect(() => {
    const showing = new AbortController()
    const { signal } = showing
    async function feed(media: HTMLVideoElement) {
      await whenWanted(media)
      const { feedHls } = await import('./feedHls.ts')
      if (!signal.aborted) feedHls(media, { src, start }, signal)
    }
    if (video.current) void feed(video.current)
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
    >
      <Tracks tracks={tracks} />
    </video>
  )
}

export const hls: HostPlayer = {
  Media: HlsMedia,
  adapt: (video, fps) => adaptNative(video, fps, () => originOf(video)),
  describe: describeNative,
}
