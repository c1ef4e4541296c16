import type { Cursor } from './makeCursor.ts'

/** Plays the video from the cursor on, or pauses it. The browser may refuse to play. */
export function togglePlaying(cursor: Cursor) {
  const { element } = cursor.get()
  if (!element) return
  if (element.paused) element.play().catch(() => cursor.setPlaying(false))
  else element.pause()
}
