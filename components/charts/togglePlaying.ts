import type { Cursor } from './makeCursor.ts'

/** Lets the video play from the cursor on, or stop. It may be refused: then it stands. */
export function togglePlaying(cursor: Cursor) {
  const { element } = cursor.get()
  if (!element) return
  if (element.paused) element.play().catch(() => cursor.setPlaying(false))
  else element.pause()
}
