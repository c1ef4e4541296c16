import { type View, withFrame } from './frameView.ts'

export type CursorState = {
  /** The frame under the pointer, else the one chosen. */
  frame: number
  view: View
  playing: boolean
  /** The video element; null when the page has none that can be shown at any frame. */
  element: HTMLVideoElement | null
}

export type Cursor = ReturnType<typeof makeCursor>

/**
 * One cursor for every view of this video: the curve, the heatmaps, the picture. It is kept outside
 * React's state, so that a playing video moves the cursor without rendering the charts again.
 */
export function makeCursor(frames: number, start: { frame: number; view: View }) {
  const listeners = new Set<() => void>()
  let chosen = start.frame
  let pointed: number | null = null
  let state: CursorState = { ...start, playing: false, element: null }

  function update(change: Partial<CursorState>) {
    state = { ...state, ...change, frame: pointed ?? chosen }
    for (const listener of listeners) listener()
  }

  return {
    frames,
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Moves the cursor to a frame; the view follows. */
    choose(frame: number) {
      pointed = null
      chosen = Math.min(Math.max(0, frame), Math.max(0, frames - 1))
      update({ view: withFrame(state.view, frames, chosen) })
    },
    /** Shows the frame under the pointer; null goes back to the chosen one. */
    preview(frame: number | null) {
      if (state.playing || pointed === frame) return
      pointed = frame
      update({})
    },
    look: (view: View) => update({ view }),
    setPlaying: (playing: boolean) => update({ playing }),
    setElement: (element: HTMLVideoElement | null) => update({ element }),
  }
}
