'use client'

import { type PointerEvent, useMemo } from 'react'
import { useCursor, useCursorState } from './CursorProvider.tsx'
import { frameUnderPointer } from './cursorMoves.ts'
import { Heatmap } from './Heatmap.tsx'
import { decodeRunLengths } from './runLengths.ts'

/** The heatmap of the whole video with the cursor in it; for the pointer, hidden from screen readers. */
export function HeatmapScrubber({ runLengths }: { runLengths: number[] }) {
  const cursor = useCursor()
  const frame = useCursorState('frame')
  const counts = useMemo(() => decodeRunLengths(runLengths), [runLengths])
  const go = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - box.left) / Math.max(1, box.width)
    cursor.choose(frameUnderPointer(share, box.width, counts))
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    go(event)
  }
  return (
    <div
      aria-hidden="true"
      className="relative mt-2 cursor-crosshair touch-pan-y [container-type:inline-size]"
      onPointerDown={onPointerDown}
      onPointerMove={(event) => event.buttons === 1 && go(event)}
    >
      <Heatmap counts={counts} className="h-3" />
      <div
        className="pointer-events-none absolute -inset-y-0.5 left-0 w-px bg-text"
        style={{
          transform: `translateX(${((frame + 0.5) / Math.max(1, counts.length)) * 100}cqw)`,
        }}
      />
    </div>
  )
}
