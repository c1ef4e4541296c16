'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { formatCount } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import { frameStartingAt, middleOf } from '#lib/videos/frameTime.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { useCursor, useCursorState } from './CursorProvider.tsx'
import { togglePlaying } from './togglePlaying.ts'

type Props = {
  src: string
  poster: string | null
  frames: number
  fps: FrameRate
  /** Time of the first frame in the file, in seconds. */
  t0: number
}

const button =
  'rounded-control bg-bg/85 px-2.5 py-1 text-xs text-text hover:bg-bg pointer-coarse:min-h-8'

/**
 * The video at the cursor's frame; while it plays, the cursor follows it frame by frame. There is no
 * playback and no reporter here, so what an owner plays is not counted.
 */
export function VideoAtFrame({ src, poster, frames, fps, t0 }: Props) {
  const cursor = useCursor()
  const frame = useCursorState('frame')
  const playing = useCursorState('playing')
  const element = useRef<HTMLVideoElement>(null)
  /** The frame the video shows or seeks to: a cursor there needs no seek. */
  const shown = useRef(-1)
  const [muted, setMuted] = useState(true)

  const goTo = useCallback(() => {
    const { current } = element
    const wanted = cursor.get().frame
    if (!current || current.readyState < HTMLMediaElement.HAVE_METADATA) return
    // One seek at a time: the next one, to the cursor's newest frame, starts after `seeked`.
    if (current.seeking || wanted === shown.current) return
    shown.current = wanted
    current.currentTime = t0 + middleOf(wanted, fps)
  }, [cursor, fps, t0])

  useEffect(() => {
    if (frame !== shown.current) goTo()
  }, [frame, goTo])

  useEffect(() => {
    cursor.setElement(element.current)
    goTo()
    return () => cursor.setElement(null)
  }, [cursor, goTo])

  useEffect(() => {
    const { current } = element
    if (!playing || !current) return
    let waiting = current.requestVideoFrameCallback(follow)
    function follow(_: number, { mediaTime }: VideoFrameCallbackMetadata) {
      if (!current) return
      const now = frameStartingAt(mediaTime - t0, fps)
      if (!current.seeking) {
        shown.current = now
        cursor.choose(now)
      }
      waiting = current.requestVideoFrameCallback(follow)
    }
    return () => current.cancelVideoFrameCallback(waiting)
  }, [playing, cursor, fps, t0])

  return (
    <div className="always-dark relative aspect-video overflow-hidden rounded-picture bg-bg">
      <video
        ref={element}
        src={src}
        poster={poster ?? undefined}
        muted={muted}
        playsInline
        preload="metadata"
        aria-label={`The video at frame ${frame} of ${frames}`}
        className="size-full object-contain"
        onLoadedMetadata={goTo}
        onSeeked={goTo}
        onPlay={() => cursor.setPlaying(true)}
        onPause={() => cursor.setPlaying(false)}
      />
      <p className="figures pointer-events-none absolute bottom-3 left-3 rounded-control bg-bg/85 px-2.5 py-1 text-xs text-text">
        {formatFrameTime(frame, fps, 2)} frame {formatCount(frame)}
      </p>
      <div className="absolute right-3 bottom-3 flex gap-2">
        <button type="button" className={button} onClick={() => setMuted(!muted)}>
          {muted ? 'Unmute' : 'Mute'}
        </button>
        <button type="button" className={button} onClick={() => togglePlaying(cursor)}>
          {playing ? 'Pause' : 'Play'}
        </button>
      </div>
    </div>
  )
}
