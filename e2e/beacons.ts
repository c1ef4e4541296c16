import type { BrowserContext } from '@playwright/test'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { countsOf } from '#testing/oracle.ts'

export type Taken = Map<string, WireBeacon>

/** Collects every beacon answered 204, by token and number: once, however often it was sent. */
export function collectBeacons(context: BrowserContext): Taken {
  const taken: Taken = new Map()
  context.on('response', (response) => {
    if (!response.url().endsWith('/api/watch') || response.status() !== 204) return
    const { token, beacons } = response.request().postDataJSON()
    for (const beacon of beacons) taken.set(`${token} ${beacon.seq}`, beacon)
  })
  return taken
}

/** How often each frame is in them. */
export function countTaken(taken: Taken, frames: number): number[] {
  return countsOf(frames, ...[...taken.values()].flatMap(({ segments }) => segments))
}

/** Counts as stretches, for readable failures: "0-99 x1, 200-229 x2". */
export function formatCounts(counts: readonly number[]): string {
  const stretches: string[] = []
  for (let from = 0; from < counts.length; ) {
    let to = from
    while (counts[to + 1] === counts[from]) to += 1
    if (counts[from]) stretches.push(`${from}-${to} x${counts[from]}`)
    from = to + 1
  }
  return stretches.join(', ')
}
