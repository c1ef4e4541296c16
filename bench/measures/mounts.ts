import { startWatchService, stopWatchService } from '#lib/watch/service.ts'
import { cpuOf } from '../cpuOf.ts'
import { Audience } from '../load/audience.ts'
import { drive } from '../load/drive.ts'
import { addFilms, enrolPeople } from '../load/people.ts'
import { format, median, withSpread } from '../numbers.ts'
import type { Result } from '../result.ts'
import { SERVER, type Site, startSite } from '../site.ts'

const ROUNDS = 3
const CONNECTIONS = 256
const SECONDS = 5
const REACH = 10

/**
 * What one request costs the server, in front of Next and through Next's route handler; the work
 * behind both is the same. The merging is done by this process, which holds the lanes.
 */
export async function measureMounts(): Promise<Result> {
  const people = await enrolPeople(1000)
  const films = await addFilms(10, 600)
  await startWatchService()
  const front = await startSite(SERVER)
  const route = await startSite(SERVER, { WATCH_INTERCEPT: '0' })
  try {
    const cost = { front: [] as number[], route: [] as number[] }
    const audiences = new Map(
      [front, route].map((site) => [site, new Audience(people, films, Date.now())]),
    )
    const costOf = async (site: Site) => {
      const before = cpuOf(site.pid)
      const next = () => audiences.get(site)?.next(site.port, 1) ?? ''
      const { stored } = await drive(site.port, CONNECTIONS, SECONDS, next)
      return ((cpuOf(site.pid) - before) * 1000) / stored
    }
    await costOf(front)
    await costOf(route)
    for (let round = 0; round < ROUNDS; round++) {
      cost.front.push(await costOf(front))
      cost.route.push(await costOf(route))
    }
    return toResult(cost.front, cost.route)
  } finally {
    await Promise.all([front.stop(), route.stop(), stopWatchService()])
  }
}

function toResult(front: number[], route: number[]): Result {
  const ratio = median(route) / median(front)
  return {
    lines: [
      {
        measure: "us of the server's CPU a request, in front of Next",
        ours: withSpread(front),
        other: `${withSpread(route)}, the same through Next's route handler`,
        ratio: `${format(ratio)}x`,
        reach: `>= ${REACH}x`,
        reached: ratio >= REACH,
      },
    ],
    notes: [
      `${ROUNDS} rounds of ${SECONDS} s each, ${CONNECTIONS} connections, one beacon a request, after one round that does not count. The merging was done by another process, so this is taking and storing alone.`,
    ],
  }
}
