/** The part of a film's frames that was seen, 0..1. */
export function seenShare(entry: { covered: number } | undefined, frames: number): number {
  if (!entry || frames <= 0) return 0
  return Math.min(1, entry.covered / frames)
}
