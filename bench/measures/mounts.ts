import { startWatchService, stopWatchService } from '#lib/watch/service.ts'
import { logInMany } from '#testing/people.ts'
import { FPS, makeVideos } from '#testing/videos.ts'
import { cpuOf } from '../cpuOf.ts'
import { Audience } from '../load/audience.ts'
import { runLoad } from '../load/runLoad.ts'
import { format, median, withSpread } from '../numbers.ts'
import type { Result } from '../result.ts'
import { BARE_HTTP, SERVER, type Site, startSite } from '../site.ts'

const ROUNDS = 3
const CONNECTIONS = 256
const SECONDS = 5
const TARGET = 10

/**
 * CPU time of one request in the server, in front of Next and through Next's route handler; both do
 * the same work. This process holds the lanes and merges.
 */
export async function measureMounts(): Promise<Result> {
  const people = await logInMany(1000)
  const videos = await makeVideos(10, { frames: 600 * FPS })
  await startWatchService()
  const front = await startSite(SERVER)
  const route = await startSite(SERVER, { WATCH_INTERCEPT: '0' })
  const bare = await startSite(BARE_HTTP)
  const sites = [front, route, bare]
  try {
    const costs = new Map(sites.map((site) => [site, [] as number[]]))
    const audiences = new Map(sites.map((site) => [site, new Audience(people, videos, Date.now())]))
    const costOf = async (site: Site) => {
      const before = cpuOf(site.pid)
      const next = () => audiences.get(site)?.next(site.port, 1) ?? ''
      const { stored } = await runLoad(site.port, CONNECTIONS, SECONDS, next)
      return ((cpuOf(site.pid) - before) * 1000) / stored
    }
    for (let round = -1; round < ROUNDS; round++)
      for (const [site, cost] of costs) {
        const micros = await costOf(site)
        if (round >= 0) cost.push(micros)
      }
    const [inFront = [], asRoute = [], bareHttp = []] = [...costs.values()]
    return toResult(inFront, asRoute, bareHttp)
  } finally {
    await Promise.all([...sites.map((site) => site.stop()), stopWatchService()])
  }
}

function toResult(front: number[], route: number[], bare: number[]): Result {
  const ratio = median(route) / median(front)
  return {
    rows: [
      {
        measure: "us of the server's CPU a request, in front of Next",
        ours: withSpread(front),
        other: `${withSpread(route)}, the same through Next's route handler`,
        ratio: `${format(ratio)}x`,
        target: `>= ${TARGET}x`,
        isMet: ratio >= TARGET,
      },
    ],
    notes: [
      `${ROUNDS} rounds of ${SECONDS} s each, ${CONNECTIONS} connections, one beacon a request, after one warm-up round. Another process merges, so this is the cost of receiving and storing alone.`,
      `Node's http alone, which reads the same requests whole and answers 204 without looking into them, takes ${withSpread(bare)} us a request: in front of Next, in this runtime, nothing can be more than ${format(median(route) / median(bare))}x cheaper than the route handler, and ${TARGET}x leaves ${format(Math.max(0, median(route) / TARGET - median(bare)))} us for parsing, checks, the driver and the collection of garbage. A profile is flat: a sixth is the kernel writing to sockets, a tenth the garbage, and no function has more than 3 %.`,
    ],
  }
}
