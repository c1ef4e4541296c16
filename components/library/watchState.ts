/** What is known of a member and a video, as the shelf keeps it. */
export type ShelfEntry = {
  /** The frame they stopped at. */
  position: number
  /** Different frames seen. */
  covered: number
  completedAt: Date | null
  lastAt: Date
}

/** The part of a film's frames that was seen, 0..1. */
export function seenShare(entry: ShelfEntry | undefined, frames: number): number {
  if (!entry || frames <= 0) return 0
  return entry.completedAt ? 1 : Math.min(1, entry.covered / frames)
}
