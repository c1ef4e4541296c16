import { setTimeout as wait } from 'node:timers/promises'
import { untilDue } from '#testing/pace.ts'
import { type LoggedIn, logInMany, makePeople, type Person } from '#testing/people.ts'
import { FPS, makeVideos } from '#testing/videos.ts'
import { cpuOf } from '../cpuOf.ts'
import { Audience } from '../load/audience.ts'
import { loadPage } from '../load/loadPage.ts'
import { LogIns } from '../load/logIns.ts'
import { runLoad } from '../load/runLoad.ts'
import { format, median, percentile, withSpread } from '../numbers.ts'
import type { Result } from '../result.ts'
import { SERVER, type Site, startSite } from '../site.ts'

const LOG_INS = 64
const ROUNDS = 3
const CONNECTIONS = 64
const SECONDS = 8
const PAGES_A_SECOND = 10
const PAGE_SECONDS = 15
const WARM_SECONDS = 3
const MAX_P99_MS = 200
const MIN_SHARE = 0.7

/** How much 64 people who log in concurrently, again and again, slow down all other requests. */
export async function measureGate(log: (line: string) => void): Promise<Result> {
  const people = await logInMany(500)
  const videos = await makeVideos(4, { frames: 600 * FPS })
  const accounts = await makePeople(LOG_INS)
  const site = await startSite(SERVER, { TRUSTED_PROXIES: '1', LOG_LEVEL: 'silent' })
  try {
    const logIns = await LogIns.open(site.port)
    const audience = new Audience(people, videos, Date.now())
    const beacons = async () => {
      const next = () => audience.next(site.port, 1)
      const { stored, seconds } = await runLoad(site.port, CONNECTIONS, SECONDS, next)
      return stored / seconds
    }
    const pages = () => loadPages(site, people)
    await beacons()
    await pages()
    const alone = { rates: [] as number[], delays: [] as number[] }
    const beside = { rates: [] as number[], delays: [] as number[] }
    const answers: Map<number, number>[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      alone.rates.push(await beacons())
      alone.delays.push(...(await pages()))
      const logInLoad = startLogIns(logIns, accounts)
      await wait(WARM_SECONDS * 1000)
      beside.rates.push(await beacons())
      beside.delays.push(...(await pages()))
      answers.push(await logInLoad.stop())
      log(
        `round ${round}: ${format(alone.rates.at(-1) ?? 0)} beacons a second alone, ${format(beside.rates.at(-1) ?? 0)} beside`,
      )
    }
    return toResult(alone, beside, answers, await cpuOfLogIn(site, logIns, accounts))
  } finally {
    await site.stop()
  }
}

function startLogIns(logIns: LogIns, accounts: readonly Person[]) {
  const stopping = new AbortController()
  const logInLoad = logIns.repeatAll(accounts, stopping.signal)
  return {
    stop: () => {
      stopping.abort()
      return logInLoad
    },
  }
}

/** ms of the server's CPU per log-in, including that of the attempts refused meanwhile. */
async function cpuOfLogIn(site: Site, logIns: LogIns, accounts: readonly Person[]) {
  const before = cpuOf(site.pid)
  const logInLoad = startLogIns(logIns, accounts)
  await wait(SECONDS * 1000)
  const answers = await logInLoad.stop()
  return (cpuOf(site.pid) - before) / (answers.get(200) ?? 0)
}

/** Loads the log-in form and a member's library in turn, at a fixed rate. @returns ms of each. */
async function loadPages({ port }: Site, people: readonly LoggedIn[]): Promise<number[]> {
  const begun = performance.now()
  const loads = Array.from({ length: PAGES_A_SECOND * PAGE_SECONDS }, async (_, number) => {
    await untilDue(number, PAGES_A_SECOND, begun)
    const path = number % 2 === 0 ? '/login' : '/videos'
    const cookie = path === '/videos' ? (people[number % people.length]?.cookie ?? '') : ''
    return loadPage(port, path, cookie)
  })
  return Promise.all(loads)
}

type Side = { rates: number[]; delays: number[] }

function toResult(
  alone: Side,
  beside: Side,
  answers: readonly Map<number, number>[],
  cpuMs: number,
): Result {
  const share = median(beside.rates) / median(alone.rates)
  const p99 = percentile(beside.delays, 0.99)
  const count = (status: number) =>
    answers.reduce((sum, answered) => sum + (answered.get(status) ?? 0), 0)
  return {
    rows: [
      {
        measure: `p99 of pages, ms, while ${LOG_INS} log in`,
        ours: format(p99),
        other: `${format(percentile(alone.delays, 0.99))} without log-ins`,
        ratio: `${format(p99 / percentile(alone.delays, 0.99))}x`,
        target: `< ${MAX_P99_MS} ms`,
        isMet: p99 < MAX_P99_MS,
      },
      {
        measure: `beacons a second, while ${LOG_INS} log in`,
        ours: withSpread(beside.rates),
        other: `${withSpread(alone.rates)} without log-ins`,
        ratio: `${format(share * 100)} %`,
        target: `>= ${MIN_SHARE * 100} %`,
        isMet: share >= MIN_SHARE,
      },
    ],
    notes: [
      `${ROUNDS} rounds, with and without log-ins taking turns: ${SECONDS} s of as many beacons as ${CONNECTIONS} connections get through, then ${PAGE_SECONDS} s of ${PAGES_A_SECOND} pages a second, the log-in form and a member's library. Pages half-way (p50): ${format(median(alone.delays))} ms alone, ${format(median(beside.delays))} ms beside.`,
      `${LOG_INS} people log in with the right password again and again, each as soon as the last answer is there, or after the seconds a 429 says: ${count(200)} log-ins, ${count(429)} refused with Retry-After. A log-in took ${format(cpuMs)} ms of the server's CPU, refusals included.`,
    ],
  }
}
