import { readRetention } from '#lib/watch/analytics/retention.ts'
import { untilMerged } from '#testing/merging.ts'
import { type LoggedIn, logInMany } from '#testing/people.ts'
import { FPS, makeVideos } from '#testing/videos.ts'
import { cpuOf } from '../cpuOf.ts'
import { watchLag } from '../lag.ts'
import { Audience } from '../load/audience.ts'
import { runLoad } from '../load/runLoad.ts'
import { format, median, percentile, withSpread } from '../numbers.ts'
import type { Result, TableRow } from '../result.ts'
import { ONE_EXECUTE_SERVER, SERVER, type Site, startSite } from '../site.ts'

const ROUNDS = 3
const CONNECTIONS = 256
const PEOPLE = 2000
const VIDEOS = 10
const VIDEO_SECONDS = 600
/** Longer than a slot: after it the rollup merges while beacons arrive. */
const WARM_SECONDS = 11
/** Seconds of load, by the number of beacons a request. */
const SECONDS = new Map([
  [1, 10],
  [5, 5],
])
const TARGET = 10
const MAX_LAG_SECONDS = 30

type Measured = {
  beaconsASecond: number
  cpuMicros: number
  p99: number
  lag: number
  refused: number
  /** Cores in use. */
  serverCores: number
  generatorCores: number
}
type Side = {
  name: string
  script: string
  env: Record<string, string>
  rounds: Map<number, Measured[]>
}

/** Beacons per second that are safe in the log, while the same process merges them. */
export async function measureBeacons(log: (line: string) => void): Promise<Result> {
  const people = await logInMany(PEOPLE)
  const ours = sideOf('here', SERVER)
  const other = sideOf('one execute a beacon', ONE_EXECUTE_SERVER, { WATCH_INTERCEPT: '0' })
  const lost: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    lost.push(await runRound(other, people))
    const missing = await runRound(ours, people)
    // Negative when a beacon answered 503 was stored nevertheless.
    if (missing > 0) throw new Error(`${missing} beacons were acknowledged and not counted`)
    log(`round ${round}: ${speed(ours, 1).at(-1)} a second against ${speed(other, 1).at(-1)}`)
  }
  return {
    rows: [...SECONDS.keys()].map((count) => toRow(count, ours, other)),
    notes: [
      ...[ours, other].flatMap(toNotes),
      `${ROUNDS} rounds a side, in turn, each with a server just started, after ${WARM_SECONDS} s that do not count. ${PEOPLE} members watch ${VIDEOS} videos each, over ${CONNECTIONS} kept connections, with tokens and sessions of the product's own making. Both sides share the cores with the database, which does the same merging for both and bounds the ratio: the server alone is compared under \`mounts\`. Counted in the curves afterwards: every acknowledged beacon here; of those written by one execute, without the fence, ${lost.reduce((sum, some) => sum + some, 0)} were missing.`,
    ],
  }
}

function sideOf(name: string, script: string, env: Record<string, string> = {}): Side {
  return { name, script, env, rounds: new Map() }
}

/** @returns how many acknowledged beacons are missing in the curves. */
async function runRound(side: Side, people: LoggedIn[]): Promise<number> {
  const videos = await makeVideos(VIDEOS, { frames: VIDEO_SECONDS * FPS })
  const site = await startSite(side.script, side.env)
  try {
    const audience = new Audience(people, videos, Date.now())
    let acknowledged = 0
    const load = async (count: number, seconds: number) => {
      const next = () => audience.next(site.port, count)
      const done = await runLoad(site.port, CONNECTIONS, seconds, next)
      acknowledged += done.stored * count
      return done
    }
    await load(1, WARM_SECONDS)
    for (const [count, seconds] of SECONDS) {
      const measured = await measure(site, count, () => load(count, seconds))
      side.rounds.set(count, [...(side.rounds.get(count) ?? []), measured])
    }
    await untilMerged()
    const curves = await Promise.all(videos.map((video) => readRetention(video, 'all', 1)))
    const frames = curves.reduce((sum, { watchedFrames }) => sum + watchedFrames, 0)
    return acknowledged - frames / FPS
  } finally {
    await site.stop()
  }
}

async function measure(
  site: Site,
  count: number,
  load: () => ReturnType<typeof runLoad>,
): Promise<Measured> {
  const lag = watchLag()
  const [before, ownBefore] = [cpuOf(site.pid), cpuOf(process.pid)]
  const { stored, refused, seconds, delays } = await load()
  const [cpu, own] = [cpuOf(site.pid) - before, cpuOf(process.pid) - ownBefore]
  return {
    beaconsASecond: (stored * count) / seconds,
    cpuMicros: (cpu * 1000) / stored,
    p99: percentile(delays, 0.99),
    lag: await lag.stop(),
    refused: [...refused.values()].reduce((sum, some) => sum + some, 0),
    serverCores: cpu / (seconds * 1000),
    generatorCores: own / (seconds * 1000),
  }
}

function speed({ rounds }: Side, count: number): number[] {
  return (rounds.get(count) ?? []).map(({ beaconsASecond }) => Math.round(beaconsASecond))
}

function toRow(count: number, ours: Side, other: Side): TableRow {
  const ratio = median(speed(ours, count)) / median(speed(other, count))
  const lag = Math.max(...(ours.rounds.get(count) ?? []).map((round) => round.lag))
  return {
    measure: `durable beacons/s through HTTP, rollup running, ${count} a request`,
    ours: withSpread(speed(ours, count)),
    other: `${withSpread(speed(other, count))}, one execute a beacon in Next's route handler`,
    ratio: `${format(ratio)}x, lag ${format(lag)} s`,
    target: `>= ${TARGET}x, lag < ${MAX_LAG_SECONDS} s`,
    isMet: ratio >= TARGET && lag < MAX_LAG_SECONDS,
  }
}

function toNotes({ name, rounds }: Side): string[] {
  return Array.from(rounds, ([count, all]) => {
    const of = (pick: (round: Measured) => number) => withSpread(all.map(pick))
    return (
      `${name}, ${count} a request: ${of((round) => round.cpuMicros)} us of the server's CPU a ` +
      `request, merging included; 99 % answered within ${of((round) => round.p99)} ms; the rollup ` +
      `at most ${of((round) => round.lag)} s behind; refused: ${of((round) => round.refused)}. In ` +
      `use: ${of((round) => round.serverCores)} cores by the server, ` +
      `${of((round) => round.generatorCores)} by the generator; the database has the rest.`
    )
  })
}
