import type { Taken } from './beacons.ts'

/** Frames played one after the other, both ends included. */
export type Stretch = { first: number; last: number }

/** What a playback's beacons say, in the order it was played. */
export function stretchesTaken(taken: Taken): Stretch[] {
  const beacons = [...taken.values()].sort((a, b) => a.seq - b.seq)
  const stretches: Stretch[] = []
  for (const [start = 0, end = 0] of beacons.flatMap(({ segments }) => segments)) {
    const open = stretches.at(-1)
    if (open && open.last === start - 1) open.last = end - 1
    else stretches.push({ first: start, last: end - 1 })
  }
  return stretches
}

/**
 * Frames by which each end was off: above 0 where frames were counted that nobody saw.
 * @throws Error when there are not as many stretches as were seen: then frames were lost, or made up
 */
export function endErrors(seen: readonly Stretch[], taken: readonly Stretch[]): number[] {
  if (seen.length !== taken.length)
    throw new Error(`${tell(seen)} was seen, ${tell(taken)} was counted`)
  return seen.flatMap((real, index) => {
    const counted = taken[index] ?? real
    return [real.first - counted.first, counted.last - real.last]
  })
}

function tell(stretches: readonly Stretch[]): string {
  return stretches.map(({ first, last }) => `${first}-${last}`).join(', ')
}
