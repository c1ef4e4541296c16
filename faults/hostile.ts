import { readFileSync } from 'node:fs'
import { seededRandom } from '#lib/random.ts'
import { attack } from '#testing/attack.ts'
import { makeVideo } from '#testing/fold/audience.ts'
import { enrol } from '#testing/fold/enrol.ts'
import { post } from '#testing/fold/post.ts'
import { type CheatReport, cheat } from './cheat.ts'
import { untilAllMerged } from './lanes.ts'
import { onStage, type Say } from './stage.ts'

const WIDTH = 32
const MERGE_BOUND = 120
/** What the server may grow by from the first fifth of the attack to its end, in MB. */
const GROWTH = 150

/**
 * `count` hostile requests and a cheater against servers of their own.
 * @returns whether none was answered wrongly, every row is accounted for, and nobody was credited
 * more than the time there was.
 */
export async function hostile(count: number, say: Say, stop: AbortSignal): Promise<boolean> {
  const wish = { nodes: 1, sites: 2, commitLog: 'batch' } as const
  return onStage(wish, { say, stop }, async ({ sites }) => {
    const [site] = sites
    if (!site) throw new Error('A server was asked for')
    for (const each of sites) await each.start()
    const fuzz = await sendHostile(count, site.port, () => memoryOf(site.pid), say)
    const video = await makeVideo(3)
    const settle = () => untilAllMerged(MERGE_BOUND)
    const [port, otherPort] = sites.map((each) => each.port)
    const [alone, many, both] = await Promise.all([
      cheat(1, video, [port ?? 0], settle),
      cheat(20, video, [port ?? 0], settle),
      cheat(1, video, [port ?? 0, otherPort ?? 0], settle),
    ])
    tell('one playback', alone, say)
    tell('20 playbacks of one member', many, say)
    tell('one playback, through two servers', both, say)
    for (const error of sites.flatMap((each) => each.errors()).slice(0, 5)) say(`Said: ${error}`)
    // Each server grants the time once: docs/decisions/203.
    const isBounded =
      alone.credited <= alone.allowed &&
      many.credited <= many.allowed &&
      both.credited <= 2 * both.allowed
    return fuzz && isBounded
  })
}

async function sendHostile(count: number, port: number, memory: () => number, say: Say) {
  const now = new Date()
  const people = [await enrol(now), await enrol(now), await enrol(now)] as const
  const memories: number[] = []
  const began = Date.now()
  let sent = 0
  const outcome = await attack(count, {
    people,
    video: await makeVideo(0),
    random: seededRandom(Date.now()),
    width: WIDTH,
    send: (request) => {
      if (sent++ % Math.ceil(count / 10) === 0) {
        memories.push(memory())
        say(`${sent - 1} sent`)
      }
      return post({ port, ...request })
    },
  })
  memories.push(memory())
  const { statuses, wrong, unaccounted, missing } = outcome
  const seconds = ((Date.now() - began) / 1000).toFixed(0)
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`)
  say(`${sent} hostile requests in ${seconds} s; answers ${counts.join(', ')}`)
  say(`answered as no request may be: ${wrong.length} ${wrong.slice(0, 5).join('; ')}`)
  say(
    `rows no 204 accounts for: ${unaccounted.length}; numbers with a 204 and no row: ${missing.length}`,
  )
  say(`the server's memory, each tenth of the way: ${memories.join(', ')} MB`)
  const growth = (memories.at(-1) ?? 0) - (memories[2] ?? 0)
  return wrong.length + unaccounted.length + missing.length === 0 && growth <= GROWTH
}

function tell(who: string, { claimed, credited, allowed }: CheatReport, say: Say) {
  const hours = (claimed / 3600).toFixed(1)
  say(
    `${who}: ${hours} h claimed in a minute, ${credited.toFixed(1)} s credited, ${allowed.toFixed(1)} s allowed`,
  )
}

/** What is resident of a process, in MB. */
function memoryOf(pid: number): number {
  const [, kilobytes = '0'] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
