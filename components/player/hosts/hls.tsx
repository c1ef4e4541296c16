import { useEffect, useImperativeHandle, useRef } from 'react'
import { onFirstInteraction } from '#components/player/onFirstInteraction.ts'
import { middleOf } from '#lib/videos/frameTime.ts'
import { originOf } from './hlsOrigin.ts'
import type { Feed, HostPlayer, MediaProps } from './host.ts'
import { describeNative } from './measureRate.ts'
import { adaptNative } from './nativeAdapter.ts'
import { Tracks } from './Tracks.tsx'

type Props = MediaProps & { load: () => Promise<Feed> }

/**
 * A plain `<video>` that is fed piece by piece, so it is shown and followed as a file is. What feeds
 * it, which is more than the page's code, comes when somebody is there to watch.
 */
export function PlainVideo({ load, ref, src, startFrame, fps, ...shown }: Props) {
  const { poster, title, controls, tracks } = shown
  const video = useRef<HTMLVideoElement>(null)
  useImperativeHandle(ref, () => video.current as HTMLVideoElement)
  const start = startFrame > 0 ? middleOf(startFrame, fps) : 0

  useEffect(() => {
    const showing = new AbortController()
    const { signal } = showing
    async function feed(media: HTMLVideoElement) {
      await onFirstInteraction(media)
      const give = await load()
      if (!signal.aborted) give(media, { src, start }, signal)
    }
    if (video.current) void feed(video.current)
    return () => showing.abort()
  }, [load, src, start])

  return (
    // biome-ignore lint/a11y/useMediaCaption: captions come with the video, where it has them
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

const loadHls = async () => (await import('./feedHls.ts')).feedHls

/** Our own HLS, fed by hls.js. */
function HlsMedia(props: MediaProps) {
  return <PlainVideo {...props} load={loadHls} />
}

export const hls: HostPlayer = {
  Media: HlsMedia,
  adapt: (video, fps) => adaptNative(video, fps, () => originOf(video)),
  describe: describeNative,
}
