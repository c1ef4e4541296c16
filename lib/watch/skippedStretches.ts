import type { Runs } from './runs.ts'

/** What lies between stretches that were seen: jumped over, not left. The longest first. */
export function skippedStretches(runs: Runs): { from: number; to: number }[] {
  const skipped: { from: number; to: number }[] = []
  let seenTo = runs[0] ? 0 : Number.POSITIVE_INFINITY
  for (const [start, end] of runs) {
    if (start > seenTo) skipped.push({ from: seenTo, to: start })
    seenTo = end
  }
  return skipped.sort((a, b) => b.to - b.from - (a.to - a.from))
}
