import { readViewerRow } from '#db/viewerVideo.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import type { Video } from '#lib/videos/video.ts'
import { decodeViewerRow, type ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import { bucketOf } from '#lib/watch/log/sharding.ts'
import { readWatchProgress } from '#lib/watch/progress/watchProgress.ts'
import { Findings } from './findings.ts'
import { compareCurves } from './fold/compareCurves.ts'
import { countInto, Expected, expectPair } from './fold/expected.ts'
import type { SentPair, Truth } from './fold/truth.ts'

const WIDTH = 32

/**
 * Holds what the tables say against what the load generator knows: each viewer's merged numbers and
 * runs, the shelves, the curves of all time and of the days from `since` on.
 */
export async function compare(
  truth: Truth,
  videos: readonly Video[],
  since: number,
): Promise<Findings> {
  const findings = new Findings()
  const expected = new Map(videos.map((video) => [video.id, new Expected(video.frames)]))
  const states = new Map<string, ViewerState>()
  await forEachConcurrent([...truth.pairs], WIDTH, async ([key, pair]) => {
    const { videoId, viewerId } = pair
    const row = await readViewerRow(videoId, bucketOf(viewerId), viewerId)
    const state = row ? decodeViewerRow(row) : null
    if (state) states.set(key, state)
    const ofVideo = expected.get(videoId)
    if (ofVideo) comparePair(pair, state, ofVideo, findings)
  })
  await compareShelves(states, findings)
  for (const video of videos) {
    const ofVideo = expected.get(video.id)
    if (ofVideo) await compareCurves(video, ofVideo, since, findings)
  }
  return findings
}

function comparePair(
  pair: SentPair,
  state: ViewerState | null,
  ofVideo: Expected,
  findings: Findings,
): void {
  const wanted = expectPair(pair, state, findings)
  const { frames } = ofVideo
  const counts = new Uint32Array(frames)
  for (const { segments } of wanted) countInto(counts, segments)
  const found = new Uint32Array(frames)
  for (const [start, end, count] of state?.runs ?? [])
    for (let frame = start; frame < end; frame++) found[frame] = (found[frame] ?? 0) + count
  const covered = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
  findings.frames("viewers' runs", counts, found)
  findings.equal("viewers' covered frames", covered, state?.covered ?? 0)
  const plays = new Set(wanted.filter(({ segments }) => segments.length > 0).map(playbackOf)).size
  findings.equal("viewers' playbacks", plays, state?.plays ?? 0)
  ofVideo.add(counts, plays, covered)
  if (!state) return
  const last = pair.beacons.get(`${state.last.playbackId}/${state.last.seq}`)
  findings.equal("viewers' positions", last?.beacon.position ?? -1, state.position)
}

const playbackOf = ({ playbackId }: { playbackId: string }) => playbackId

/** A shelf says of each video what the viewer's row says. */
async function compareShelves(states: Map<string, ViewerState>, findings: Findings): Promise<void> {
  const byViewer = new Map<string, [videoId: string, state: ViewerState][]>()
  for (const [key, state] of states) {
    const [videoId = '', viewerId = ''] = key.split('/')
    byViewer.set(viewerId, [...(byViewer.get(viewerId) ?? []), [videoId, state]])
  }
  await forEachConcurrent([...byViewer], WIDTH, async ([viewerId, watched]) => {
    const shelf = await readWatchProgress(viewerId)
    findings.equal('videos on a shelf', watched.length, shelf.size)
    for (const [videoId, { position, covered, completedAt, last }] of watched) {
      const entry = shelf.get(videoId)
      const said = [position, covered, completedAt, last.at].join(' ')
      const there = [
        entry?.position,
        entry?.covered,
        entry?.completedAt?.getTime() ?? null,
        entry?.lastAt.getTime(),
      ].join(' ')
      findings.equal('shelf rows', said, there)
    }
  })
}
