import type { WatchProgress } from '#lib/watch/progress/watchProgress.ts'

type Progress = Pick<WatchProgress, 'covered' | 'isCleared'>

/** The share of a video's frames that was watched, 0..1; 0 when it was cleared from the history. */
export function watchedShare(entry: Progress | undefined, frames: number): number {
  if (!entry || entry.isCleared || frames <= 0) return 0
  return Math.min(1, entry.covered / frames)
}
