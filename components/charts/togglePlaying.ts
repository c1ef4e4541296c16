import type { Cursor } from './makeCursor.ts'

/** Lets the film play from the cursor on, or stop. It may be refused: then it stands. */
export function togglePlaying(cursor: Cursor) {
  const { film } = cursor.get()
  if (!film) return
  if (film.paused) film.play().catch(() => cursor.setPlaying(false))
  else film.pause()
}
