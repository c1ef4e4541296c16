import { firstFrameOfBin } from './retention.ts'
import type { Runs } from './runs.ts'

const BINS = 200

/** Per bin of the whole film the share of its frames that was played, 0..1; none when nothing was. */
export function seenBins(runs: Runs, frames: number): number[] {
  if (runs.length === 0) return []
  const bins = Math.min(BINS, frames)
  let run = 0
  return Array.from({ length: bins }, (_, bin) => {
    const from = firstFrameOfBin(bin, bins, frames)
    const to = firstFrameOfBin(bin + 1, bins, frames)
    let seen = 0
    while ((runs[run]?.[1] ?? Infinity) <= from) run++
    for (let i = run; (runs[i]?.[0] ?? Infinity) < to; i++) {
      const [start = 0, end = 0] = runs[i] ?? []
      seen += Math.min(end, to) - Math.max(start, from)
    }
    return Math.round((seen / (to - from)) * 100) / 100
  })
}
