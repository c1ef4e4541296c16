import { readFileSync } from 'node:fs'
import { seededRandom } from '#lib/random.ts'
import { attack } from '#testing/attack.ts'
import { sendTo } from '#testing/http.ts'
import { untilMerged } from '#testing/merging.ts'
import { logInSomeone } from '#testing/people.ts'
import { makeVideo, variedLength } from '#testing/videos.ts'
import { type OverclaimReport, overclaim } from './overclaim.ts'
import { type Log, withTestbed } from './testbed.ts'

const CONCURRENCY = 32
const MERGE_TIMEOUT_MS = 120_000
/** What the server's memory may grow by, from the first fifth of the attack to its end. */
const MAX_GROWTH_MB = 150

/**
 * Sends `count` hostile requests and false claims to servers of its own.
 * @returns whether none was answered wrongly, every row is accounted for, and no playback was
 * credited with more than the time there was.
 */
export async function runHostile(count: number, log: Log, stop: AbortSignal): Promise<boolean> {
  const options = { nodes: 1, servers: 2, commitLog: 'batch' } as const
  return withTestbed(options, { log, stop }, async ({ servers }) => {
    const [server] = servers
    if (!server) throw new Error('The testbed has no server')
    for (const each of servers) await each.start()
    const isHarmless = await sendHostile(count, server.port, () => memoryOf(server.pid), log)
    const video = await makeVideo(variedLength(3))
    const merged = () => untilMerged(MERGE_TIMEOUT_MS)
    const [port, otherPort] = servers.map((each) => each.port)
    const [alone, many, both] = await Promise.all([
      overclaim(1, video, [port ?? 0], merged),
      overclaim(20, video, [port ?? 0], merged),
      overclaim(1, video, [port ?? 0, otherPort ?? 0], merged),
    ])
    logReport('one playback', alone, log)
    logReport('20 playbacks of one member', many, log)
    logReport('one playback, through two servers', both, log)
    for (const error of servers.flatMap((each) => each.errors()).slice(0, 5))
      log(`Logged: ${error}`)
    // Each server grants the credit on its own: docs/decisions/203.
    return isHarmless && isBounded(alone) && isBounded(many) && isBounded(both, servers.length)
  })
}

/** Credited no more than the time there was, and something: an attack that gets nothing shows nothing. */
function isBounded({ credited, allowed }: OverclaimReport, servers = 1): boolean {
  return credited > 0 && credited <= servers * allowed
}

async function sendHostile(count: number, port: number, memory: () => number, log: Log) {
  const people = [await logInSomeone(), await logInSomeone(), await logInSomeone()] as const
  const memories: number[] = []
  const began = Date.now()
  let sent = 0
  const { statuses, wrong, unaccounted, missing } = await attack(count, {
    people,
    video: await makeVideo(variedLength(0)),
    random: seededRandom(Date.now()),
    concurrency: CONCURRENCY,
    send: (request) => {
      if (sent++ % Math.ceil(count / 10) === 0) {
        memories.push(memory())
        log(`${sent - 1} sent`)
      }
      return sendTo({ port }, request)
    },
  })
  memories.push(memory())
  const seconds = ((Date.now() - began) / 1000).toFixed(0)
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`)
  log(`${sent} hostile requests in ${seconds} s; answers ${counts.join(', ')}`)
  log(`answered as no request may be: ${wrong.length} ${wrong.slice(0, 5).join('; ')}`)
  log(
    `rows no 204 accounts for: ${unaccounted.length}; numbers with a 204 and no row: ${missing.length}`,
  )
  log(`the server's memory, each tenth of the way: ${memories.join(', ')} MB`)
  const growth = (memories.at(-1) ?? 0) - (memories[2] ?? 0)
  return wrong.length + unaccounted.length + missing.length === 0 && growth <= MAX_GROWTH_MB
}

function logReport(name: string, { claimed, credited, allowed }: OverclaimReport, log: Log): void {
  const hours = (claimed / 3600).toFixed(1)
  log(
    `${name}: ${hours} h claimed in a minute, ${credited.toFixed(1)} s credited, ${allowed.toFixed(1)} s allowed`,
  )
}

/** Resident memory of a process, in MB. */
function memoryOf(pid: number): number {
  const [, kilobytes = '0'] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
