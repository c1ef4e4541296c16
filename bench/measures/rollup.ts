import { setTimeout as wait } from 'node:timers/promises'
import type { Video } from '#lib/videos/video.ts'
import { checkCurve } from '#testing/checker.ts'
import { Findings } from '#testing/findings.ts'
import { untilMerged } from '#testing/merging.ts'
import { CurveTruth, ViewerTruth } from '#testing/oracle.ts'
import { untilDue } from '#testing/pace.ts'
import { logInMany } from '#testing/people.ts'
import { FPS, makeVideos } from '#testing/videos.ts'
import { watchLag } from '../lag.ts'
import { Connection } from '../load/connection.ts'
import { type Watch, Watches } from '../load/watches.ts'
import { format } from '../numbers.ts'
import { probe } from '../probes.ts'
import type { Result } from '../result.ts'
import { SERVER, startSite } from '../site.ts'
import { toVisibleRow } from './visible.ts'

/** The full load: each of the members watches ten seconds of each video. */
const ALL_PEOPLE = 10_000
const VIDEOS = 100
const VIDEO_SECONDS = 120
const CONNECTIONS = 64
/** Offered beacons a second: above the target, so that keeping up means something. */
const OFFERED = 4000
const TARGET = 3000
const MAX_LAG_SECONDS = 30
const RETRY_MS = 100
const PROBE_MS = 370

/** The full load end to end: sent, acknowledged, merged, and compared with the oracle. */
export async function measureRollup(log: (line: string) => void): Promise<Result> {
  const scale = Number(process.env.BENCH_SCALE)
  const people = await logInMany(Math.round(ALL_PEOPLE * scale))
  const videos = await makeVideos(VIDEOS, { frames: VIDEO_SECONDS * FPS })
  const curves = videos.map(({ frames }) => new CurveTruth(frames))
  const site = await startSite(SERVER)
  try {
    const probing = watchBeside(site.port, Math.floor((people.length * VIDEOS) / OFFERED))
    const lag = watchLag()
    const begun = performance.now()
    const seconds = () => (performance.now() - begun) / 1000
    const watches = new Watches(people, videos)
    const resent = await sendAll(site.port, watches, curves)
    const sentIn = seconds()
    await untilMerged()
    const mergedIn = seconds()
    const mostLag = await lag.stop()
    log(`sent in ${format(sentIn)} s, merged in ${format(mergedIn)} s`)
    await checkCurves(videos, curves)
    const speed = watches.count / sentIn
    return {
      rows: [
        {
          measure: `rollup of ${format(people.length)} members x ${VIDEOS} videos x 10 s, equal to the oracle`,
          ours: `${format(watches.count)} watches in ${format(mergedIn)} s, ${format(watches.count / mergedIn)} rows/s end to end`,
          other: `${format(speed)} beacons/s offered and acknowledged`,
          ratio: `lag ${format(mostLag)} s`,
          target: `keeps up (lag < ${MAX_LAG_SECONDS} s) with >= ${format(TARGET)}/s`,
          isMet: speed >= TARGET && mostLag < MAX_LAG_SECONDS,
        },
        toVisibleRow('the same beside that load', await probing),
      ],
      notes: [
        `Every watch is a playback of its own with a token of its own, each row a viewer and video of its own: the dearest case for a merge. All ${VIDEOS} curves (plays, viewers, views) are equal, frame by frame, to what the sender added up at each 204. One request in twenty was sent twice, one watch in ten saw two seconds twice; ${resent} requests were refused with Retry-After and sent again. Scale ${scale} of the full load.`,
      ],
    }
  } finally {
    await site.stop()
  }
}

async function watchBeside(port: number, seconds: number): Promise<number[]> {
  const [person] = await logInMany(1)
  const [video] = await makeVideos(1, { frames: VIDEO_SECONDS * 10 * FPS })
  if (!person || !video) throw new Error('The viewer or the video is missing')
  const count = Math.floor((seconds * 1000) / PROBE_MS)
  return probe(port, person, video, { count, everyMs: PROBE_MS })
}

/** @returns how many requests had to be sent again. */
async function sendAll(
  port: number,
  watches: Watches,
  curves: readonly CurveTruth[],
): Promise<number> {
  let resent = 0
  let number = 0
  const begun = performance.now()
  const sender = async () => {
    const connection = await Connection.open(port)
    for (let watch = watches.next(port); watch; watch = watches.next(port)) {
      await untilDue(number++, OFFERED, begun)
      resent += await sendUntilStored(connection, watch)
      addTo(curves[watch.video], watch)
      if (watch.isTwice) await sendUntilStored(connection, watch)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, sender))
  return resent
}

/** Each watch has a viewer and video of its own. */
function addTo(curve: CurveTruth | undefined, { segments }: Watch): void {
  if (!curve) throw new Error('The watch is of no video')
  const viewer = new ViewerTruth(curve.plays.length)
  viewer.add('the only playback', segments)
  curve.add(viewer, viewer.isComplete)
}

/** @throws Error naming the first video whose curve differs. */
async function checkCurves(videos: readonly Video[], curves: readonly CurveTruth[]): Promise<void> {
  for (const [number, video] of videos.entries()) {
    const findings = new Findings()
    const expected = curves[number]
    if (expected) await checkCurve(video, 'all', expected, findings)
    if (!expected || !findings.isRight)
      throw new Error(`The curve of video ${number} differs:\n${findings.lines().join('\n')}`)
  }
}

async function sendUntilStored(connection: Connection, { request }: Watch): Promise<number> {
  for (let again = 0; ; again++) {
    const status = await connection.send(request)
    if (status === 204) return again
    if (status !== 503) throw new Error(`A watch was answered ${status}`)
    await wait(RETRY_MS)
  }
}
