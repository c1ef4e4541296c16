import { setTimeout as wait } from 'node:timers/promises'
import { Oracle } from '#testing/fold/loadOracle.ts'
import { turnOf } from '#testing/fold/loadPace.ts'
import { addVideos, enrolPeople } from '#testing/fold/loadPeople.ts'
import { untilMerged, watchLag } from '../lag.ts'
import { Connection } from '../load/connection.ts'
import { type Watch, Watches } from '../load/watches.ts'
import { format } from '../numbers.ts'
import { probe } from '../probes.ts'
import type { Result } from '../result.ts'
import { SERVER, startSite } from '../site.ts'
import { toVisibleLine } from './visible.ts'

/** The seed's load: this many members, each ten seconds of each video. */
const ALL_PEOPLE = 10_000
const VIDEOS = 100
const VIDEO_SECONDS = 120
const CONNECTIONS = 64
/** Offered beacons a second: above the reach, so that keeping up means something. */
const OFFERED = 4000
const REACH = 3000
const MAX_LAG_SECONDS = 30
const RETRY_MS = 100
const PROBE_MS = 370

/** The seed's load end to end: sent, acknowledged, merged, and equal to what the sender added up. */
export async function measureRollup(say: (line: string) => void): Promise<Result> {
  const scale = Number(process.env.BENCH_SCALE)
  const people = await enrolPeople(Math.round(ALL_PEOPLE * scale))
  const videos = await addVideos(VIDEOS, VIDEO_SECONDS)
  const oracle = new Oracle(videos)
  const site = await startSite(SERVER)
  try {
    const probing = watchBeside(site.port, Math.floor((people.length * VIDEOS) / OFFERED))
    const lag = watchLag()
    const begun = performance.now()
    const seconds = () => (performance.now() - begun) / 1000
    const watches = new Watches(people, videos)
    const resent = await sendAll(site.port, watches, oracle)
    const sentIn = seconds()
    await untilMerged()
    const mergedIn = seconds()
    const mostLag = await lag.stop()
    say(`sent in ${format(sentIn)} s, merged in ${format(mergedIn)} s`)
    await oracle.check(videos)
    const speed = watches.count / sentIn
    return {
      lines: [
        {
          measure: `rollup of ${format(people.length)} members x ${VIDEOS} videos x 10 s, equal to the oracle`,
          ours: `${format(watches.count)} watches in ${format(mergedIn)} s, ${format(watches.count / mergedIn)} rows/s end to end`,
          other: `${format(speed)} beacons/s offered and acknowledged`,
          ratio: `lag ${format(mostLag)} s`,
          reach: `keeps up (lag < ${MAX_LAG_SECONDS} s) with >= ${format(REACH)}/s`,
          reached: speed >= REACH && mostLag < MAX_LAG_SECONDS,
        },
        toVisibleLine('the same beside that load', await probing),
      ],
      notes: [
        `Every watch is a playback of its own with a token of its own, each row a viewer and video of its own: the dearest case for a merge. All ${VIDEOS} curves (plays, viewers, views) are equal, frame by frame, to what the sender added up at each 204. One request in twenty was sent twice, one watch in ten saw two seconds twice; ${resent} requests were told to come again and did. Scale ${scale} of the seed's load.`,
      ],
    }
  } finally {
    await site.stop()
  }
}

async function watchBeside(port: number, seconds: number): Promise<number[]> {
  const [person] = await enrolPeople(1)
  const [video] = await addVideos(1, VIDEO_SECONDS * 10)
  if (!person || !video) throw new Error('nobody to watch')
  const count = Math.floor((seconds * 1000) / PROBE_MS)
  return probe(port, person, video, { count, everyMs: PROBE_MS })
}

/** @returns how many requests had to be sent again. */
async function sendAll(port: number, watches: Watches, oracle: Oracle): Promise<number> {
  let resent = 0
  let number = 0
  const begun = performance.now()
  const sender = async () => {
    const connection = await Connection.open(port)
    for (let watch = watches.next(port); watch; watch = watches.next(port)) {
      await turnOf(number++, OFFERED, begun)
      resent += await sendUntilStored(connection, watch)
      oracle.add(watch.video, watch.segments)
      if (watch.isTwice) await sendUntilStored(connection, watch)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, sender))
  return resent
}

async function sendUntilStored(connection: Connection, { request }: Watch): Promise<number> {
  for (let again = 0; ; again++) {
    const status = await connection.send(request)
    if (status === 204) return again
    if (status !== 503) throw new Error(`A watch was answered ${status}`)
    await wait(RETRY_MS)
  }
}
