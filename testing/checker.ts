import { readViewerRow } from '#db/viewerVideo.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import type { Video } from '#lib/videos/video.ts'
import { hasSeq } from '#lib/watch/aggregate/seqRanges.ts'
import { decodeViewerRow, type ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import { dayAt, type Period } from '#lib/watch/analytics/period.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import { bucketOf } from '#lib/watch/log/sharding.ts'
import { readWatchProgress } from '#lib/watch/progress/watchProgress.ts'
import { Findings } from './findings.ts'
import { CurveTruth, type SentBeacons, type SentPair, ViewerTruth } from './oracle.ts'

const CONCURRENCY = 32

/**
 * Compares the tables with what was sent: each viewer's merged numbers and runs, the shelves, the
 * curves of all time and of the days.
 * @param since ms since 1970: the first day to compare.
 */
export async function checkTables(
  sent: SentBeacons,
  videos: readonly Video[],
  since: number,
): Promise<Findings> {
  const findings = new Findings()
  const curves = new Map(videos.map(({ id, frames }) => [id, new CurveTruth(frames)]))
  const states = new Map<string, ViewerState>()
  await forEachConcurrent([...sent.pairs], CONCURRENCY, async ([key, pair]) => {
    const { videoId, viewerId } = pair
    const row = await readViewerRow(videoId, bucketOf(viewerId), viewerId)
    const state = row ? decodeViewerRow(row) : null
    if (state) states.set(key, state)
    const curve = curves.get(videoId)
    if (curve) checkViewer(pair, state, curve, findings)
  })
  await checkShelves(states, findings)
  const days = { from: dayAt(since), to: dayAt(Date.now()) }
  for (const video of videos) {
    const curve = curves.get(video.id)
    if (!curve) continue
    await checkCurve(video, 'all', curve, findings)
    await checkCurve(video, days, curve, findings)
  }
  return findings
}

/** Compares a curve as owners read it. Over several days there are no viewers: only the plays are. */
export async function checkCurve(
  video: Video,
  period: Period,
  expected: CurveTruth,
  findings: Findings,
): Promise<void> {
  const name = period === 'all' ? 'the curve of all time' : "the days' curves"
  const found = await readRetention(video, period)
  findings.frames(name, expected.plays, found.plays)
  if (!found.viewers) return
  findings.frames(`${name}: viewers`, expected.viewers, found.viewers)
  findings.equal(`${name}: views`, expected.views, found.views)
  findings.equal(`${name}: different viewers`, expected.uniqueViewers, found.uniqueViewers ?? -1)
  findings.equal(`${name}: completions`, expected.completions, found.completions)
}

/** Compares one viewer's row, and adds what must be counted of this viewer to the video's curve. */
function checkViewer(
  pair: SentPair,
  state: ViewerState | null,
  curve: CurveTruth,
  findings: Findings,
): void {
  const expected = expectViewer(pair, state, curve.plays.length, findings)
  const found = new Array<number>(curve.plays.length).fill(0)
  for (const [start, end, count] of state?.runs ?? [])
    for (let frame = start; frame < end; frame++) found[frame] = (found[frame] ?? 0) + count
  findings.frames("viewers' runs", expected.counts, found)
  findings.equal("viewers' covered frames", expected.covered, state?.covered ?? 0)
  findings.equal("viewers' playbacks", expected.playbacks.size, state?.plays ?? 0)
  curve.add(expected, expected.isComplete)
  if (!state) return
  const last = pair.beacons.get(`${state.last.playbackId}/${state.last.seq}`)
  findings.equal("viewers' positions", last?.beacon.position ?? -1, state.position)
}

/**
 * What must be counted of one pair: everything acknowledged, and of the rest what is among the
 * merged numbers. What was acknowledged and is not among them is lost.
 */
function expectViewer(
  pair: SentPair,
  state: ViewerState | null,
  frames: number,
  findings: Findings,
): ViewerTruth {
  const expected = new ViewerTruth(frames)
  let numbers = 0
  for (const { playbackId, beacon, isAcknowledged } of pair.beacons.values()) {
    const { segments, seq } = beacon
    const isMerged = hasSeq(state?.playbacks.get(playbackId)?.seqs ?? [], seq)
    if (isMerged) numbers++
    if (isAcknowledged || isMerged) expected.add(playbackId, segments)
    findings.beacon(segments.length, isAcknowledged, isMerged)
  }
  let merged = 0
  for (const { seqs } of state?.playbacks.values() ?? [])
    for (const [from, to] of seqs) merged += to - from
  findings.equal('merged numbers', numbers, merged)
  return expected
}

/** Compares each shelf row with the viewer's row of the same video. */
async function checkShelves(states: Map<string, ViewerState>, findings: Findings): Promise<void> {
  const byViewer = new Map<string, [videoId: string, state: ViewerState][]>()
  for (const [key, state] of states) {
    const [videoId = '', viewerId = ''] = key.split('/')
    byViewer.set(viewerId, [...(byViewer.get(viewerId) ?? []), [videoId, state]])
  }
  await forEachConcurrent([...byViewer], CONCURRENCY, async ([viewerId, watched]) => {
    const shelf = await readWatchProgress(viewerId)
    findings.equal('videos on a shelf', watched.length, shelf.size)
    for (const [videoId, { position, covered, completedAt, last }] of watched) {
      const row = shelf.get(videoId)
      const expected = [position, covered, completedAt, last.at].join(' ')
      const found = [
        row?.position,
        row?.covered,
        row?.completedAt?.getTime() ?? null,
        row?.lastAt.getTime(),
      ].join(' ')
      findings.equal('shelf rows', expected, found)
    }
  })
}
