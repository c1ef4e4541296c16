import type { BrowserContext } from '@playwright/test'

type Beacon = { seq: number; position: number; ended: boolean; segments: number[][] }
export type Taken = Map<string, Beacon>

/** Every beacon the server said it stored, by token and number: once, however often it was sent. */
export function takeBeacons(context: BrowserContext): Taken {
  const taken: Taken = new Map()
  context.on('response', (response) => {
    if (!response.url().endsWith('/api/watch') || response.status() !== 204) return
    const { token, beacons } = response.request().postDataJSON()
    for (const beacon of beacons) taken.set(`${token} ${beacon.seq}`, beacon)
  })
  return taken
}

/** How often each frame stands in them. */
export function countTaken(taken: Taken, frames: number): number[] {
  const counts = new Array<number>(frames).fill(0)
  for (const { segments } of taken.values()) {
    for (const [start = 0, end = 0] of segments) {
      for (let frame = start; frame < end; frame += 1) counts[frame] = (counts[frame] ?? 0) + 1
    }
  }
  return counts
}

/** Counts as stretches, so that a difference can be read: "0-99 x1, 200-229 x2". */
export function tellCounts(counts: readonly number[]): string {
  const stretches: string[] = []
  for (let from = 0; from < counts.length; ) {
    let to = from
    while (counts[to + 1] === counts[from]) to += 1
    if (counts[from]) stretches.push(`${from}-${to} x${counts[from]}`)
    from = to + 1
  }
  return stretches.join(', ')
}
