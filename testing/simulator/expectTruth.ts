import { expect } from 'vitest'
import type { ViewerRow } from '#db/viewerVideo.ts'
import { dayName } from '#lib/utcDay.ts'
import { addChunk, CHUNK_FRAMES } from '#lib/watch/aggregate/curveChunk.ts'
import { decodeViewerRow } from '#lib/watch/aggregate/viewerState.ts'
import { dayNumber } from '#lib/watch/log/slot.ts'
import { decodeSnapshot } from '#lib/watch/rollup/snapshotCodec.ts'
import { Oracle } from '#testing/oracle.ts'
import type { SimulatedCluster } from './simulatedCluster.ts'
import { FRAMES, LANES, type Simulation, videos } from './simulation.ts'

/** The oracle, fed with the sealed rows of every merged range. */
function replay({ cluster }: Simulation): Oracle {
  const oracle = new Oracle(FRAMES)
  const inOrder = [...cluster.history].sort((a, b) => a.from - b.from)
  for (const { from, to, snapshot } of inOrder) {
    expect(dayNumber(from), 'a range lies within one day').toBe(dayNumber(to))
    const parts = [...(cluster.snapshots.get(snapshot)?.values() ?? [])]
    oracle.addRange(decodeSnapshot(parts), dayName(dayNumber(to)))
  }
  return oracle
}

function expectNothingLost({ sent, cluster }: Simulation, oracle: Oracle) {
  const { removals } = cluster
  for (const { entry, isAcknowledged, hasEnded, mustCount } of sent) {
    const { videoId, viewerId, playbackId, seq } = entry
    const id = [videoId, viewerId, playbackId, seq].join('/')
    if (removals.has(videoId)) continue
    if (removals.has(viewerId) ? mustCount : isAcknowledged)
      expect(oracle.counted, `${id} was acknowledged`).toContain(id)
    else if (!isAcknowledged)
      expect(hasEnded, 'a beacon that is not acknowledged has a token that ended').toBe(true)
  }
}

function expectCurves({ cluster }: Simulation, oracle: Oracle, videoId: string, period: string) {
  const truth = oracle.curve(videoId, period)
  const sum = { views: 0, uniqueViewers: 0, completions: 0, framesPlayed: 0 }
  const plays = new Float64Array(FRAMES)
  const different = new Float64Array(FRAMES)
  for (let lane = 0; lane < LANES; lane++) {
    const { header, chunks } = cluster.readCurve(`${videoId}/${period}/${lane}`, [0, 1])
    sum.views += header?.views ?? 0
    sum.uniqueViewers += header?.viewers ?? 0
    sum.completions += header?.completions ?? 0
    sum.framesPlayed += header?.framesPlayed ?? 0
    for (const chunk of chunks) {
      addChunk(chunk.plays, plays, chunk.chunk * CHUNK_FRAMES)
      addChunk(chunk.viewers, different, chunk.chunk * CHUNK_FRAMES)
    }
  }
  expect([...plays], `plays, ${period}`).toEqual(truth.plays)
  expect([...different], `viewers, ${period}`).toEqual(truth.viewers)
  const { views, uniqueViewers, completions } = truth
  const framesPlayed = truth.plays.reduce((total, count) => total + count, 0)
  expect(sum).toEqual({ views, uniqueViewers, completions, framesPlayed })
}

function expectViewers({ cluster }: Simulation, oracle: Oracle) {
  const left = [...oracle.viewers].filter(([key]) => !key.split('/').some(isGone(cluster)))
  expect(new Set(cluster.viewerRows.keys())).toEqual(new Set(left.map(([key]) => key)))
  expect(new Set(cluster.shelves.keys())).toEqual(new Set(left.map(([key]) => key)))
  for (const [key, truth] of left) {
    const row = cluster.viewerRows.read(key) as ViewerRow
    const state = decodeViewerRow(row)
    const counts = new Array<number>(FRAMES).fill(0)
    for (const [start, end, count] of state.runs) counts.fill(count, start, end)
    expect(counts).toEqual(truth.counts)
    expect(state.covered).toBe(counts.filter((count) => count > 0).length)
    expect(state.plays).toBe(truth.playbacks.size)
    expect(state.completedAt !== null).toBe(truth.isComplete)
    expect(state.position).toBe(truth.last?.position)
    const { position, covered, completedAt, lastAt } = row
    expect(cluster.readShelf(key)).toMatchObject({ position, covered, completedAt, lastAt })
  }
}

const isGone = (cluster: SimulatedCluster) => (id: string) => cluster.removals.has(id)

/**
 * Expects the simulated tables to equal the oracle: curves, viewers' rows and shelves; and nothing
 * acknowledged to be missing. Apart from `#testing/checker.ts`, which reads a real database.
 */
export function expectTruth(simulation: Simulation) {
  const oracle = replay(simulation)
  expectNothingLost(simulation, oracle)
  expectViewers(simulation, oracle)
  for (const videoId of videos.filter((id) => !simulation.cluster.removals.has(id)))
    for (const period of ['all', '2031-05-17', '2031-05-18'])
      expectCurves(simulation, oracle, videoId, period)
}
