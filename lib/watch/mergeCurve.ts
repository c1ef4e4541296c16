import type { Curve, CurveChunk, CurveHeader } from '#db/videoCurve.ts'
import { CHUNK_FRAMES, decodeChunk, encodeChunk } from './curveChunk.ts'
import type { ViewerGain } from './mergeViewer.ts'
import type { Run } from './runs.ts'

/** What a range adds to one curve: counts by frame, and the totals. */
export type CurveGain = {
  plays: Run[]
  viewers: Run[]
  totals: Omit<CurveHeader, 'uptoSlot'>
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
  const chunks = new Set<number>()
  for (const [start, end] of plays)
    for (let chunk = chunkOf(start); chunk <= chunkOf(end - 1); chunk++) chunks.add(chunk)
  return [...chunks].sort((a, b) => a - b)
}

/** @returns the new header and the touched chunks, or null when the curve has this range already. */
export function mergeCurve(curve: Curve, gain: CurveGain, to: number): CurveWrite | null {
  const { header } = curve
  if (header && header.uptoSlot >= to) return null
  const counts = new Map(touchedChunks(gain).map((chunk) => [chunk, openChunk(curve, chunk)]))
  for (const run of gain.plays) addRun(run, (chunk) => counts.get(chunk)?.plays)
  for (const run of gain.viewers) addRun(run, (chunk) => counts.get(chunk)?.viewers)
  const { totals } = gain
  return {
    header: {
      uptoSlot: to,
      views: (header?.views ?? 0) + totals.views,
      framesPlayed: (header?.framesPlayed ?? 0) + totals.framesPlayed,
      viewers: (header?.viewers ?? 0) + totals.viewers,
      completions: (header?.completions ?? 0) + totals.completions,
    },
    chunks: Array.from(counts, ([chunk, { plays, viewers }]) => ({
      chunk,
      plays: encodeChunk(plays),
      viewers: encodeChunk(viewers),
    })),
  }
}

function openChunk({ chunks }: Curve, chunk: number) {
  const found = chunks.find((candidate) => candidate.chunk === chunk)
  return { plays: decodeChunk(found?.plays ?? null), viewers: decodeChunk(found?.viewers ?? null) }
}

function addRun([start, end, count]: Run, countsOf: (chunk: number) => Float64Array | undefined) {
  for (let at = start; at < end; ) {
    const chunk = chunkOf(at)
    const base = chunk * CHUNK_FRAMES
    const to = Math.min(end, base + CHUNK_FRAMES)
    const counts = countsOf(chunk)
    if (counts) for (let i = at - base; i < to - base; i++) counts[i] = (counts[i] ?? 0) + count
    at = to
  }
}

function chunkOf(frame: number): number {
  return Math.floor(frame / CHUNK_FRAMES)
}
