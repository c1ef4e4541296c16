import type { Taken } from './beacons.ts'

/** Frames played one after the other, both ends included. */
export type Stretch = { first: number; last: number }

/** The stretches in a playback's beacons, in the order they were played. */
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
 * The error of each end in frames: above 0 where frames were counted that were not shown.
 * @throws Error when the number of stretches differs: then frames were lost, or invented
 */
export function endErrors(seen: readonly Stretch[], taken: readonly Stretch[]): number[] {
  if (seen.length !== taken.length)
    throw new Error(`${format(seen)} was shown, ${format(taken)} was counted`)
  return seen.flatMap((real, index) => {
    const counted = taken[index] ?? real
    return [real.first - counted.first, counted.last - real.last]
  })
}

function format(stretches: readonly Stretch[]): string {
  return stretches.map(({ first, last }) => `${first}-${last}`).join(', ')
}
