'use client'

import { buttonClass } from '../ui/buttonClass.ts'
import { useCursor } from './CursorProvider.tsx'
import { holds, wholeFilm, zoomAround } from './frameView.ts'

/** Zooming for whoever has no wheel and no second finger; around the cursor. */
export function ZoomButtons() {
  const cursor = useCursor()
  const zoom = (factor: number) => {
    const { view, frame } = cursor.get()
    const at = holds(view, frame) ? frame + 0.5 : (view.from + view.to) / 2
    cursor.look(zoomAround(view, cursor.frames, at, factor))
  }
  const buttons = [
    { name: 'Closer', press: () => zoom(1 / 3) },
    { name: 'Wider', press: () => zoom(3) },
    { name: 'Whole film', press: () => cursor.look(wholeFilm(cursor.frames)) },
  ]
  return (
    <fieldset aria-label="Zoom" className="-mt-1 flex flex-wrap items-center gap-2">
      {buttons.map(({ name, press }) => (
        <button key={name} type="button" onClick={press} className={buttonClass('quiet')}>
          {name}
        </button>
      ))}
      <p className="text-sm text-mute max-sm:hidden">
        or the wheel, two fingers, <kbd className="figures text-xs">+</kbd>{' '}
        <kbd className="figures text-xs">−</kbd> <kbd className="figures text-xs">0</kbd>
      </p>
    </fieldset>
  )
}
