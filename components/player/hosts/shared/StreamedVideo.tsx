import { useEffect, useImperativeHandle, useRef } from 'react'
import type { AttachStream, MediaProps } from '#components/player/hosts/host.ts'
import { onFirstInteraction } from '#components/player/onFirstInteraction.ts'
import { middleOf } from '#lib/videos/frameTime.ts'
import { Tracks } from './Tracks.tsx'

type Props = MediaProps & { load: () => Promise<AttachStream> }

/**
 * A plain `<video>` that is shown and measured as a file is. The code that streams into it is larger
 * than the page's own, so it is loaded at the first interaction.
 */
export function StreamedVideo({ load, ref, src, startFrame, fps, ...shown }: Props) {
  const { poster, title, controls, tracks } = shown
  const video = useRef<HTMLVideoElement>(null)
  useImperativeHandle(ref, () => video.current as HTMLVideoElement)
  const startSeconds = startFrame > 0 ? middleOf(startFrame, fps) : 0

  useEffect(() => {
    const mounted = new AbortController()
    const { signal } = mounted
    async function loadAndAttach(media: HTMLVideoElement) {
      await onFirstInteraction(media)
      const attach = await load()
      if (!signal.aborted) attach(media, { src, startSeconds }, signal)
    }
    if (video.current) void loadAndAttach(video.current)
    return () => mounted.abort()
  }, [load, src, startSeconds])

  return (
    // biome-ignore lint/a11y/useMediaCaption: captions come with the video, where it has them
    <video
      ref={video}
      slot="media"
      data-media=""
      // A resumed video shows the frame it resumes at, not its poster.
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
