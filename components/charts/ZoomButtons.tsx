'use client'

import { buttonClass } from '#components/ui/buttonClass.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { useCursor, useCursorState } from './CursorProvider.tsx'
import { isInView, wholeVideo, zoomAround } from './frameView.ts'

/** Zooming around the cursor without a wheel or touch. */
export function ZoomButtons({ fps }: { fps: FrameRate }) {
  const cursor = useCursor()
  const { from, to } = useCursorState('view')
  const zoom = (factor: number) => {
    const { view, frame } = cursor.get()
    const at = isInView(view, frame) ? frame + 0.5 : (view.from + view.to) / 2
    cursor.look(zoomAround(view, cursor.frames, at, factor))
  }
  const buttons = [
    { name: 'Zoom in', press: () => zoom(1 / 3) },
    { name: 'Zoom out', press: () => zoom(3) },
    { name: 'Reset zoom', press: () => cursor.look(wholeVideo(cursor.frames)) },
  ]
  return (
    <fieldset aria-label="Zoom" className="-mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
      {buttons.map(({ name, press }) => (
        <button key={name} type="button" onClick={press} className={buttonClass('quiet')}>
          {name}
        </button>
      ))}
      <p role="status" className="figures text-xs text-mute">
        {formatFrameTime(from, fps, 1)} – {formatFrameTime(to, fps, 1)}, frames {from} – {to - 1}
      </p>
      <p className="text-sm text-mute max-sm:hidden">
        Scroll, pinch, or press <kbd className="figures text-xs">+</kbd>{' '}
        <kbd className="figures text-xs">−</kbd> <kbd className="figures text-xs">0</kbd>
      </p>
    </fieldset>
  )
}
