'use client'

import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react'
import type { FrameRate } from '#lib/videos/video.ts'
import { useCursor } from './CursorProvider.tsx'
import { clockAt } from './clock.ts'
import { clamp, frameAfterKey, frameUnderPointer } from './cursorMoves.ts'
import { count, several } from './numbers.ts'
import { countScale } from './plot.ts'
import { fromRunLengths } from './runLengths.ts'

type Props = {
  fps: FrameRate
  /** Run lengths of the series (`toRunLengths`): exact to the frame, and short on the way. */
  plays: number[]
  viewers: number[] | null
}

/** The line that walks the curve: by pointer, by touch and by keys, and says where it stands. */
export function FrameCursor(props: Props) {
  const { fps } = props
  const plays = useMemo(() => fromRunLengths(props.plays), [props.plays])
  const viewers = useMemo(() => props.viewers && fromRunLengths(props.viewers), [props.viewers])
  const top = useMemo(() => topOf(plays), [plays])
  const cursor = useCursor()
  const [dragging, setDragging] = useState(false)

  const frames = plays.length
  const frame = clamp(cursor.frame, frames)
  const played = plays[frame] ?? 0
  const counts = countsAt(played, viewers ? (viewers[frame] ?? 0) : null)
  const share = (frame + 0.5) / Math.max(1, frames)

  const pointedAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return frameUnderPointer((event.clientX - box.left) / box.width, box.width, plays)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = frameAfterKey(event.key, event.shiftKey, frame, {
      frames,
      framesPerSecond: fps.num / fps.den,
    })
    if (next === null) return
    event.preventDefault()
    cursor.preview(null)
    cursor.choose(next)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDragging(true)
    cursor.choose(pointedAt(event))
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const pointed = pointedAt(event)
    if (dragging) cursor.choose(pointed)
    if (event.pointerType === 'mouse') cursor.preview(pointed)
  }
  const stop = () => setDragging(false)

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Frame"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, frames - 1)}
      aria-valuenow={frame}
      aria-valuetext={`${clockAt(frame, fps, 1)}, frame ${frame}, ${counts}`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onPointerLeave={() => cursor.preview(null)}
      className="absolute inset-0 cursor-crosshair touch-pan-y"
    >
      <div
        className="pointer-events-none absolute -top-3 -bottom-1 w-px bg-text"
        style={{ left: `${share * 100}%` }}
      />
      <div className="pointer-events-none absolute inset-x-0 top-0 h-52 sm:h-60">
        <div
          className="absolute size-2.5 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-accent bg-bg"
          style={{ left: `${share * 100}%`, bottom: `${(played / top) * 100}%` }}
        />
        <div
          className={`absolute -top-1 rounded-control border border-line bg-raise px-3 py-1.5 text-xs whitespace-nowrap ${share < 0.5 ? 'ml-3' : '-translate-x-full -ml-3'}`}
          style={{ left: `${share * 100}%` }}
        >
          <p className="figures">
            {clockAt(frame, fps, 2)} frame {count(frame)}
          </p>
          <p className="text-mute">{counts}</p>
        </div>
      </div>
    </div>
  )
}

function countsAt(plays: number, viewers: number | null): string {
  const played = several(plays, 'play')
  return viewers === null ? played : `${played}, ${several(viewers, 'viewer')}`
}

function topOf(plays: Uint32Array): number {
  let most = 0
  for (const each of plays) most = Math.max(most, each)
  return countScale(most).top
}
