'use client'

import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { formatCount } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { useCursor, useCursorState } from './CursorProvider.tsx'
import { type DecodedLine, describeCount } from './chartLine.ts'
import { clampFrame, frameAfterKey, frameUnderPointer } from './cursorMoves.ts'
import { FramePicture } from './FramePicture.tsx'
import { isInView, MAX_COLUMNS, spanOf, wholeVideo, zoomAround } from './frameView.ts'
import { makePinch } from './pinch.ts'
import { togglePlaying } from './togglePlaying.ts'
import { useWheelZoom } from './useWheelZoom.ts'

type Props = {
  fps: FrameRate
  lines: DecodedLine[]
  /** The value at the upper edge of the plot. */
  top: number
}

/** The cursor on the curve, moved by pointer, touch and keys, with the counts of its frame. */
export function FrameCursor({ fps, lines, top }: Props) {
  const cursor = useCursor()
  const view = useCursorState('view')
  const pointed = useCursorState('frame')
  const plot = useRef<HTMLDivElement>(null)
  const [pinch] = useState(makePinch)
  const [dragging, setDragging] = useState(false)
  useWheelZoom(plot)

  const counts = lines[0]?.counts ?? []
  const frames = counts.length
  const frame = clampFrame(pointed, frames)
  const countTexts = lines.map((line) => describeCount(line, frame))
  const share = (frame + 0.5 - view.from) / spanOf(view)
  const height = (lines[0]?.heightOf(counts[frame] ?? 0) ?? 0) / top
  const isClose = spanOf(view) <= MAX_COLUMNS

  const shareOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return { share: (event.clientX - box.left) / box.width, width: box.width }
  }
  const frameOf = (event: PointerEvent<HTMLElement>) => {
    const { share, width } = shareOf(event)
    return frameUnderPointer(share, width, counts, view)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const zooms = new Map([
      ['+', zoomAround(view, frames, frame + 0.5, 0.5)],
      ['=', zoomAround(view, frames, frame + 0.5, 0.5)],
      ['-', zoomAround(view, frames, frame + 0.5, 2)],
      ['0', wholeVideo(frames)],
    ])
    const zoomed = zooms.get(event.key)
    const scale = { frames, framesPerSecond: fps.num / fps.den }
    const next = frameAfterKey(event.key, event.shiftKey, frame, scale)
    if (zoomed) cursor.look(zoomed)
    else if (next !== null) cursor.choose(next)
    else if (event.key === ' ' && cursor.get().element) togglePlaying(cursor)
    else return
    event.preventDefault()
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const { share } = shareOf(event)
    pinch.down(event.pointerId, { at: view.from + share * spanOf(view), share })
    setDragging(!pinch.isOn())
    if (!pinch.isOn()) cursor.choose(frameOf(event))
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const pinched = pinch.move(event.pointerId, shareOf(event).share, frames)
    if (pinched) cursor.look(pinched)
    else if (dragging) cursor.choose(frameOf(event))
    else if (event.pointerType === 'mouse') cursor.preview(frameOf(event))
  }
  const stop = (event: PointerEvent) => {
    pinch.up(event.pointerId)
    setDragging(false)
  }

  return (
    <div
      ref={plot}
      role="slider"
      tabIndex={0}
      aria-label="Frame"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, frames - 1)}
      aria-valuenow={frame}
      aria-valuetext={`${formatFrameTime(frame, fps, 1)}, frame ${frame}, ${countTexts.join(', ')}`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onPointerLeave={() => cursor.preview(null)}
      className="absolute inset-0 cursor-crosshair touch-pan-y [container-type:inline-size]"
    >
      {isInView(view, frame) ? (
        <div
          className="pointer-events-none absolute inset-y-0 left-0"
          style={{ '--x': `${share * 100}cqw` } as CSSProperties}
        >
          <div className="absolute -top-3 -bottom-1 w-px translate-x-(--x) bg-text" />
          <div className="absolute top-0 h-52 w-px translate-x-(--x) sm:h-60">
            <div
              className="absolute size-2.5 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-accent bg-bg"
              style={{ bottom: `${height * 100}%` }}
            />
          </div>
        </div>
      ) : null}
      {isInView(view, frame) ? (
        <div
          className={`pointer-events-none absolute -top-1 flex gap-3 rounded-control border border-line bg-raise px-3 py-1.5 text-xs whitespace-nowrap sm:right-auto sm:left-0 ${share < 0.5 ? 'right-0 sm:translate-x-[calc(var(--x)+12px)]' : 'left-0 sm:translate-x-[calc(var(--x)-100%-12px)]'}`}
          style={{ '--x': `${share * 100}cqw` } as CSSProperties}
        >
          {isClose ? <FramePicture /> : null}
          <div>
            <p className="figures">
              {formatFrameTime(frame, fps, 2)} frame {formatCount(frame)}
            </p>
            {countTexts.map((each) => (
              <p key={each} className="text-mute">
                {each}
              </p>
            ))}
          </div>
        </div>
      ) : null}
    </div>
  )
}
