import type { Video } from '#lib/videos/video.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import { startWatchService, stopWatchService } from '#lib/watch/service.ts'
import { startPlayback } from '#lib/watch/startPlayback.ts'
import { untilMerged } from '#testing/merging.ts'
import { FPS, makeVideos } from '#testing/videos.ts'
import { alternate } from '../alternate.ts'
import { fillPlays, PLAYS_A_VIEWER } from '../fill.ts'
import { format, median, percentile } from '../numbers.ts'
import type { Result, TableRow } from '../result.ts'

const ROUNDS = 300
const SECONDS = 120
const MAX_RATIO = 1.2
const MAX_MEDIAN_MS = 50

type Filled = { video: Video; plays: number; viewers: string[] }

/** The time of a page's reads, of a video with a million plays and of videos with few. */
export async function measureReads(log: (line: string) => void): Promise<Result> {
  const videos = await makeVideos(3, { frames: SECONDS * FPS })
  const lanes = await laneCount()
  const filled: Filled[] = []
  for (const [number, plays] of [1000, 10_000, 1_000_000].entries()) {
    const video = videos[number]
    if (!video) throw new Error('A video is missing')
    filled.push({ video, plays, viewers: await fillPlays(video, plays, lanes, slotOf(Date.now())) })
    log(`${format(plays)} plays filled`)
  }
  const [few, some, many] = filled
  if (!few || !some || !many) throw new Error('A video is missing')
  await startWatchService()
  await untilMerged()
  const retention = await compare('retention read, 3,600 frames', many, some, readCurve)
  const resume = await compare('resume read (a page begins a playback)', many, few, readResume)
  await stopWatchService()
  return {
    rows: [withMaxMs(retention), resume].map(({ row }) => row),
    notes: [
      `Plays are synthetic (one random stretch each, ${PLAYS_A_VIEWER} by each viewer) and went through the product's own merge into its own tables, without the log before it. ${ROUNDS} reads of each, in turn, after as many warm-up reads, in one process without HTTP.`,
      ...[retention, resume].map(({ note }) => note),
    ],
  }
}

const readCurve = ({ video }: Filled) => readRetention(video, 'all')

function readResume({ video, viewers }: Filled, turn: number) {
  const memberId = viewers[(turn * 7919) % viewers.length] ?? ''
  return startPlayback({ memberId, video, now: Date.now() })
}

async function compare(
  measure: string,
  many: Filled,
  few: Filled,
  read: (of: Filled, turn: number) => Promise<unknown>,
) {
  let turn = 0
  const [ofMany = [], ofFew = []] = await alternate(
    [many, few].map((of) => () => read(of, turn++)),
    ROUNDS,
  )
  const ratio = median(ofMany) / median(ofFew)
  const row: TableRow = {
    measure,
    ours: `${format(median(ofMany))} ms at ${format(many.plays)} plays`,
    other: `${format(median(ofFew))} ms at ${format(few.plays)} plays`,
    ratio: `${format(ratio)}x`,
    target: `<= ${MAX_RATIO}x`,
    isMet: ratio <= MAX_RATIO,
  }
  const note = `${measure}: 95 % within ${format(percentile(ofMany, 0.95))} ms at ${format(many.plays)} plays, ${format(percentile(ofFew, 0.95))} ms at ${format(few.plays)}.`
  return { row, note, ms: median(ofMany) }
}

function withMaxMs({ row, note, ms }: Awaited<ReturnType<typeof compare>>) {
  const isMet = row.isMet && ms < MAX_MEDIAN_MS
  return { note, row: { ...row, target: `${row.target}, < ${MAX_MEDIAN_MS} ms`, isMet } }
}
