'use client'

import { type PointerEvent, useRef } from 'react'
import { useCursor, useCursorState } from './CursorProvider.tsx'
import { moveBy, type View, viewBetween, wholeVideo } from './frameView.ts'
import { Heatmap } from './Heatmap.tsx'

type Props = { counts: ArrayLike<number> }
type Edge = 'from' | 'to'
type Drag = { of: Edge | 'all' | 'new'; at: number; view: View }

/**
 * The whole video as a strip, with the range that the curve shows: drag to select a range, drag the
 * range to move it, or drag its ends. For the pointer; keys and buttons do the same on the curve.
 */
export function ViewBrush({ counts }: Props) {
  const cursor = useCursor()
  const view = useCursorState('view')
  const strip = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag | null>(null)
  const { frames } = cursor
  const all = wholeVideo(frames).to

  const positionOf = (event: PointerEvent) => {
    const box = strip.current?.getBoundingClientRect()
    return box ? ((event.clientX - box.left) / Math.max(1, box.width)) * all : 0
  }
  const startDrag = (of: Drag['of']) => (event: PointerEvent) => {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { of, at: positionOf(event), view }
  }
  const move = (event: PointerEvent) => {
    if (!drag.current) return
    const { of, at, view } = drag.current
    const position = positionOf(event)
    if (of === 'new')
      cursor.look(viewBetween(Math.min(at, position), Math.max(at, position), frames))
    else if (of === 'all') cursor.look(moveBy(view, frames, position - at))
    else cursor.look(withEdge(view, of, position, frames))
  }
  const end = () => {
    drag.current = null
  }
  return (
    <div
      ref={strip}
      aria-hidden="true"
      className="relative mt-3 h-7 touch-pan-y cursor-crosshair border-y border-line"
      onPointerDown={startDrag('new')}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <Heatmap counts={counts} className="h-full opacity-60" />
      <div
        className="absolute inset-y-0 cursor-grab border-y-2 border-text/70 bg-text/10"
        style={{
          left: `${(view.from / all) * 100}%`,
          width: `${((view.to - view.from) / all) * 100}%`,
        }}
        onPointerDown={view.to - view.from < all ? startDrag('all') : startDrag('new')}
      />
      {(['from', 'to'] as const).map((edge) => (
        <div
          key={edge}
          onPointerDown={startDrag(edge)}
          className={`absolute -inset-y-1 w-4 cursor-ew-resize before:absolute before:inset-y-0 before:w-1 before:rounded-full before:bg-text ${edge === 'from' ? 'before:left-0' : '-translate-x-full before:right-0'}`}
          style={{ left: `${(view[edge] / all) * 100}%` }}
        />
      ))}
    </div>
  )
}

function withEdge(view: View, edge: Edge, position: number, frames: number): View {
  const from = edge === 'from' ? position : view.from
  const to = edge === 'to' ? position : view.to
  return from < to ? viewBetween(from, to, frames) : view
}
