import type { WatchProgress } from '#lib/watch/progress/watchProgress.ts'

type Progress = Pick<WatchProgress, 'covered' | 'isCleared'>

/** The part of a video's frames that was seen, 0..1; none of what left the history. */
export function watchedShare(entry: Progress | undefined, frames: number): number {
  if (!entry || entry.isCleared || frames <= 0) return 0
  return Math.min(1, entry.covered / frames)
}
