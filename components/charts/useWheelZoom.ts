import { type RefObject, useEffect } from 'react'
import { useCursor } from './CursorProvider.tsx'
import { moveBy, spanOf, zoomAround } from './frameView.ts'

/**
 * The wheel zooms around the pointer, sideways it moves. Only once the pointer was moved over the
 * plot: a page that is scrolled past it scrolls on; so it does where there is nothing wider to see.
 */
export function useWheelZoom(plot: RefObject<HTMLElement | null>) {
  const cursor = useCursor()
  useEffect(() => {
    const element = plot.current
    if (!element) return
    const ending = new AbortController()
    let meant = false
    const onMove = ({ movementX, movementY }: globalThis.PointerEvent) => {
      // A page that moves under a pointer at rest sends moves of nothing.
      if (movementX !== 0 || movementY !== 0) meant = true
    }
    const onWheel = (event: WheelEvent) => {
      if (!meant && !event.ctrlKey) return
      const { view } = cursor.get()
      const box = element.getBoundingClientRect()
      const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      const turned = (isSideways ? event.deltaX || event.deltaY : event.deltaY) * lines
      const at = view.from + ((event.clientX - box.left) / box.width) * spanOf(view)
      // A pinch on a pad comes as a wheel with Ctrl, in small turns.
      const factor = Math.exp(Math.max(-1, Math.min(1, turned * (event.ctrlKey ? 0.01 : 0.003))))
      const next = isSideways
        ? moveBy(view, cursor.frames, (turned / box.width) * spanOf(view))
        : zoomAround(view, cursor.frames, at, factor)
      const isSame = next.from === view.from && next.to === view.to
      if (isSame && !event.ctrlKey) return
      event.preventDefault()
      cursor.look(next)
    }
    const { signal } = ending
    element.addEventListener('pointermove', onMove, { signal })
    element.addEventListener('wheel', onWheel, { signal, passive: false })
    const forget = () => {
      meant = false
    }
    element.addEventListener('pointerleave', forget, { signal })
    window.addEventListener('scroll', forget, { signal, passive: true })
    return () => ending.abort()
  }, [plot, cursor])
}
