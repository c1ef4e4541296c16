'use client'

import { useEffect, useRef } from 'react'
import type { FrameRate } from '#lib/videos/video.ts'
import { useCursor } from './CursorProvider.tsx'
import { clockAt } from './clock.ts'
import { count } from './numbers.ts'

type Props = { src: string; poster: string | null; frames: number; fps: FrameRate }

/** The film, standing at the cursor's frame. It is never played here, and so never counted. */
export function FilmAtFrame({ src, poster, frames, fps }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const wanted = useRef(0)
  const { frame } = useCursor()

  useEffect(() => {
    wanted.current = frame
    if (video.current) goTo(video.current, frame, fps)
  }, [frame, fps])

  return (
    <div className="film relative aspect-video overflow-hidden rounded-picture bg-bg">
      <video
        ref={video}
        src={src}
        poster={poster ?? undefined}
        muted
        playsInline
        preload="metadata"
        aria-label={`The film at frame ${frame} of ${frames}`}
        className="size-full object-contain"
        onLoadedMetadata={(event) => goTo(event.currentTarget, wanted.current, fps)}
        onSeeked={(event) => goTo(event.currentTarget, wanted.current, fps)}
      />
      <p className="figures pointer-events-none absolute bottom-3 left-3 rounded-control bg-bg/85 px-2.5 py-1 text-xs text-text">
        {clockAt(frame, fps, 2)} frame {count(frame)}
      </p>
    </div>
  )
}

/** One seek at a time: the next one starts when the film has arrived, at the newest wish. */
function goTo(video: HTMLVideoElement, frame: number, fps: FrameRate) {
  if (video.readyState < HTMLMediaElement.HAVE_METADATA || video.seeking) return
  const middle = ((frame + 0.5) * fps.den) / fps.num
  if (Math.abs(video.currentTime - middle) > 0.001) video.currentTime = middle
}
