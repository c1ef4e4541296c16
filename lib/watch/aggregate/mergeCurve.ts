import type { Curve, CurveChunk, CurveHeader, CurveTotals } from '#db/videoCurve.ts'
import { addChunk, CHUNK_FRAMES, encodeChunk } from './curveChunk.ts'
import type { ViewerGain } from './mergeViewer.ts'
import type { Run } from './runs.ts'

/** What a range adds to one curve. */
export type CurveGain = {
  plays: Run[]
  viewers: Run[]
  totals: CurveTotals
}

export type CurveWrite = { header: CurveHeader; chunks: CurveChunk[] }

export function emptyGain(): CurveGain {
  return {
    plays: [],
    viewers: [],
    totals: { views: 0, framesPlayed: 0, viewers: 0, completions: 0 },
  }
}

/** Adds a viewer's gain to the curve of all time or to that of the range's day. */
export function addGain(into: CurveGain, gain: ViewerGain, period: 'all' | 'day'): void {
  const isAll = period === 'all'
  for (const run of gain.played) {
    into.plays.push(run)
    into.totals.framesPlayed += (run[1] - run[0]) * run[2]
  }
  for (const { start, end } of isAll ? gain.newEver : gain.newToday)
    into.viewers.push([start, end, 1])
  into.totals.views += isAll ? gain.viewsEver : gain.viewsToday
  into.totals.viewers += isAll ? gain.viewersEver : gain.viewersToday
  into.totals.completions += gain.completions
}

export function touchedChunks({ plays }: CurveGain): number[] {
  return [...cutIntoChunks(plays).keys()].sort((a, b) => a - b)
}

/** @returns the new header and the touched chunks, or null when the range is merged already. */
export function mergeCurve(curve: Curve, gain: CurveGain, to: number): CurveWrite | null {
  const { header } = curve
  if (header && header.mergedTo >= to) return null
  const before = new Map(curve.chunks.map((chunk) => [chunk.chunk, chunk]))
  const viewers = cutIntoChunks(gain.viewers)
  const { totals } = gain
  return {
    header: {
      mergedTo: to,
      views: (header?.views ?? 0) + totals.views,
      framesPlayed: (header?.framesPlayed ?? 0) + totals.framesPlayed,
      viewers: (header?.viewers ?? 0) + totals.viewers,
      completions: (header?.completions ?? 0) + totals.completions,
    },
    chunks: Array.from(cutIntoChunks(gain.plays), ([chunk, plays]) => ({
      chunk,
      plays: addToChunk(before.get(chunk)?.plays, plays),
      viewers: addToChunk(before.get(chunk)?.viewers, viewers.get(chunk) ?? []),
    })),
  }
}

/** Reused: a range touches thousands of chunks, one after the other. */
const scratch = new Float64Array(CHUNK_FRAMES)

function addToChunk(before: Buffer | undefined, runs: readonly Run[]): Buffer {
  scratch.fill(0)
  addChunk(before ?? null, scratch)
  for (const [start, end, count] of runs)
    for (let i = start; i < end; i++) scratch[i] = (scratch[i] ?? 0) + count
  return encodeChunk(scratch)
}

/** The parts of the runs in each chunk, in frames since the chunk's first frame. */
function cutIntoChunks(runs: readonly Run[]): Map<number, Run[]> {
  const cut = new Map<number, Run[]>()
  for (const [start, end, count] of runs)
    for (let at = start; at < end; ) {
      const chunk = Math.floor(at / CHUNK_FRAMES)
      const first = chunk * CHUNK_FRAMES
      const to = Math.min(end, first + CHUNK_FRAMES)
      const part: Run = [at - first, to - first, count]
      const parts = cut.get(chunk)
      if (parts) parts.push(part)
      else cut.set(chunk, [part])
      at = to
    }
  return cut
}
