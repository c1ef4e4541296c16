import { type RefObject, useEffect } from 'react'
import { useCursor } from './CursorProvider.tsx'
import { moveBy, spanOf, zoomAround } from './frameView.ts'

/**
 * The wheel zooms around the pointer; sideways it pans. Only after the pointer was moved over the
 * plot: while the page scrolls past it, the wheel keeps scrolling the page, as it does when the view
 * cannot change.
 */
export function useWheelZoom(plot: RefObject<HTMLElement | null>) {
  const cursor = useCursor()
  useEffect(() => {
    const element = plot.current
    if (!element) return
    const listeners = new AbortController()
    let hasMoved = false
    const onMove = ({ movementX, movementY }: globalThis.PointerEvent) => {
      // A page that scrolls under a resting pointer fires pointermove with no movement.
      if (movementX !== 0 || movementY !== 0) hasMoved = true
    }
    const onWheel = (event: WheelEvent) => {
      if (!hasMoved && !event.ctrlKey) return
      const { view } = cursor.get()
      const box = element.getBoundingClientRect()
      const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      const delta = (isSideways ? event.deltaX || event.deltaY : event.deltaY) * lines
      const at = view.from + ((event.clientX - box.left) / box.width) * spanOf(view)
      // Browsers report a pinch on a trackpad as a wheel event with Ctrl and small deltas.
      const factor = Math.exp(Math.max(-1, Math.min(1, delta * (event.ctrlKey ? 0.01 : 0.003))))
      const next = isSideways
        ? moveBy(view, cursor.frames, (delta / box.width) * spanOf(view))
        : zoomAround(view, cursor.frames, at, factor)
      const isSame = next.from === view.from && next.to === view.to
      if (isSame && !event.ctrlKey) return
      event.preventDefault()
      cursor.look(next)
    }
    const { signal } = listeners
    element.addEventListener('pointermove', onMove, { signal })
    element.addEventListener('wheel', onWheel, { signal, passive: false })
    const reset = () => {
      hasMoved = false
    }
    element.addEventListener('pointerleave', reset, { signal })
    window.addEventListener('scroll', reset, { signal, passive: true })
    return () => listeners.abort()
  }, [plot, cursor])
}
