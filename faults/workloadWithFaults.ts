import { setTimeout as wait } from 'node:timers/promises'
import { checkTables } from '#testing/checker.ts'
import { untilMerged } from '#testing/merging.ts'
import { SentBeacons } from '#testing/oracle.ts'
import { Pace } from '#testing/pace.ts'
import { logInMany } from '#testing/people.ts'
import { makeVideos, variedLength } from '#testing/videos.ts'
import { History } from './history.ts'
import { untilTakenFrom } from './lanes.ts'
import { type Fault, runNodeFaults, runServerFaults } from './nemesis.ts'
import { tableOf } from './table.ts'
import { type Log, withTestbed } from './testbed.ts'
import { Workload } from './workload.ts'

const MEMBERS = 300
const VIDEOS = 25
const PLAYERS = 160
/** How long all faults together take: the load is spread over it. */
const FAULTS_SECONDS = 210
const MERGE_TIMEOUT_MS = 300_000

/**
 * Nodes, two servers, a load of at least `segments`, and every fault of the nemesis meanwhile; a
 * single node is left alone.
 * @returns whether everything acknowledged is counted exactly once.
 */
export async function runWorkloadWithFaults(
  nodes: 1 | 3,
  segments: number,
  log: Log,
  stop: AbortSignal,
): Promise<boolean> {
  const options = { nodes, servers: 2, commitLog: 'batch' } as const
  return withTestbed(options, { log, stop }, async ({ cluster, servers }) => {
    const [first, second] = servers
    if (!first || !second) throw new Error('The testbed has no two servers')
    const viewers = await logInMany(MEMBERS)
    const videos = await makeVideos(VIDEOS, variedLength)
    await first.start()
    // While it is the only server it acquires all lanes, so its owner name is known.
    const [owner = ''] = await untilTakenFrom(new Set())
    await second.start()
    const [sent, history] = [new SentBeacons(), new History()]
    const pace = new Pace(segments / FAULTS_SECONDS)
    const faults: Fault[] = []
    const began = Date.now()
    const ports = servers.map(({ port }) => port)
    const workload = new Workload({ viewers, videos, ports, sent, history, pace }, PLAYERS)
    log('The load runs')
    const progress = () => log(`${workload.acknowledged} segments acknowledged`)
    const timer = setInterval(progress, 15_000)
    try {
      const onFault = (fault: Fault) => {
        faults.push(fault)
        const seconds = (fault.recoveredAt - fault.startedAt) / 1000
        log(`${fault.name}: over after ${seconds.toFixed(1)} s`)
      }
      if (nodes > 1) await runNodeFaults(cluster, onFault)
      await runServerFaults([first, second], owner, onFault)
      while (workload.acknowledged < segments) await wait(200, undefined, { signal: stop })
    } finally {
      clearInterval(timer)
      await workload.stop()
    }
    const ended = Date.now()
    log(`The load has ended after ${((ended - began) / 1000).toFixed(0)} s: merging the rest`)
    const mergeSeconds = await untilMerged(MERGE_TIMEOUT_MS)
    const findings = await checkTables(sent, videos, began)
    log(`\n${tableOf(faults, history, began, ended)}\n`)
    log(`All lanes were merged ${mergeSeconds.toFixed(1)} s after the load had ended.`)
    for (const line of findings.lines()) log(line)
    for (const [reason, count] of history.reasons) log(`Answered ${count} times ${reason}`)
    for (const server of servers)
      for (const error of server.errors().slice(0, 5)) log(`${server.name} logged: ${error}`)
    return findings.isRight && history.isExpected
  })
}
