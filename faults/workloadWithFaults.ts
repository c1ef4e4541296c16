import { setTimeout as wait } from 'node:timers/promises'
import { compare } from '#testing/checker.ts'
import { makeAudience } from '#testing/fold/audience.ts'
import { Truth } from '#testing/fold/truth.ts'
import { Pace } from '#testing/pace.ts'
import { History } from './history.ts'
import { untilAllMerged, untilTakenFrom } from './lanes.ts'
import { type Fault, runNodeFaults, runServerFaults } from './nemesis.ts'
import { onStage, type Say } from './stage.ts'
import { tableOf } from './table.ts'
import { Workload } from './workload.ts'

const MEMBERS = 300
const VIDEOS = 25
const PLAYERS = 160
/** What the faults take all together, in seconds: the load is spread over it. */
const FAULTS_LAST = 210
const MERGE_BOUND = 300

/**
 * Nodes, two servers, a load of `segments` at least, and every fault of `plan.ts` meanwhile; a single
 * node is left alone.
 * @returns whether all that was acknowledged is counted, once.
 */
export async function runWorkloadWithFaults(
  nodes: 1 | 3,
  segments: number,
  say: Say,
  stop: AbortSignal,
): Promise<boolean> {
  const wish = { nodes, sites: 2, commitLog: 'batch' } as const
  return onStage(wish, { say, stop }, async ({ cluster, sites }) => {
    const [first, second] = sites
    if (!first || !second) throw new Error('Two servers were asked for')
    const audience = await makeAudience(MEMBERS, VIDEOS)
    await first.start()
    // Alone, it takes all lanes: so it is known whose they are.
    const [owner = ''] = await untilTakenFrom(new Set())
    await second.start()
    const [truth, answers] = [new Truth(), new History()]
    const pace = new Pace(segments / FAULTS_LAST)
    const faults: Fault[] = []
    const began = Date.now()
    const ports = sites.map(({ port }) => port)
    const load = new Workload({ audience, ports, truth, answers, pace }, PLAYERS)
    say('The load runs')
    const heartbeat = setInterval(() => say(`${load.acknowledged} segments acknowledged`), 15_000)
    try {
      const tell = (fault: Fault) => {
        faults.push(fault)
        say(`${fault.name}: over after ${((fault.over - fault.at) / 1000).toFixed(1)} s`)
      }
      if (nodes > 1) await runNodeFaults(cluster, tell)
      await runServerFaults([first, second], owner, tell)
      while (load.acknowledged < segments) await wait(200, undefined, { signal: stop })
    } finally {
      clearInterval(heartbeat)
      await load.stop()
    }
    const ended = Date.now()
    say(`The load has ended after ${((ended - began) / 1000).toFixed(0)} s: merging the rest`)
    const merging = await untilAllMerged(MERGE_BOUND)
    const findings = await compare(truth, audience.videos, began)
    say(`\n${tableOf(faults, answers, began, ended)}\n`)
    say(`All lanes were merged ${merging.toFixed(1)} s after the load had ended.`)
    for (const line of findings.lines()) say(line)
    for (const [reason, count] of answers.reasons) say(`Answered ${count} times ${reason}`)
    for (const site of sites)
      for (const error of site.errors().slice(0, 5)) say(`${site.name} said: ${error}`)
    return findings.isRight && answers.areExpected
  })
}
