import { type View, withFrame } from './frameView.ts'

export type CursorState = {
  /** The frame shown: the one pointed at, else the one chosen. */
  frame: number
  view: View
  playing: boolean
  /** The video, where it can be shown at any frame. */
  element: HTMLVideoElement | null
}

export type Cursor = ReturnType<typeof makeCursor>

/**
 * One cursor for all that shows a frame of this video: the curve, the strips, the picture. Outside
 * React's state, so that a video that plays moves a line and draws nothing else again.
 */
export function makeCursor(frames: number, start: { frame: number; view: View }) {
  const listeners = new Set<() => void>()
  let chosen = start.frame
  let pointed: number | null = null
  let state: CursorState = { ...start, playing: false, element: null }

  function become(change: Partial<CursorState>) {
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
    /** Goes to a frame and stays; the view follows. */
    choose(frame: number) {
      pointed = null
      chosen = Math.min(Math.max(0, frame), Math.max(0, frames - 1))
      become({ view: withFrame(state.view, frames, chosen) })
    },
    /** Shows a frame while the pointer is on it; null goes back to the chosen one. */
    preview(frame: number | null) {
      if (state.playing || pointed === frame) return
      pointed = frame
      become({})
    },
    look: (view: View) => become({ view }),
    setPlaying: (playing: boolean) => become({ playing }),
    setElement: (element: HTMLVideoElement | null) => become({ element }),
  }
}
