import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { compare } from '#testing/checker.ts'
import { makeAudience } from '#testing/fold/audience.ts'
import { Truth } from '#testing/fold/truth.ts'
import { Pace } from '#testing/pace.ts'
import { killNode } from './cluster.ts'
import { History } from './history.ts'
import { untilAllMerged } from './lanes.ts'
import { onStage, type Say } from './stage.ts'
import { tableOf } from './table.ts'
import { Workload } from './workload.ts'

const MERGE_BOUND = 120
/** What was made before must outlive the kill: only the load's own writes are to be lost. */
const PERIOD = 11_000
const BEFORE_THE_KILL = 15_000
const AFTER_IT = 10_000

/**
 * The same load and the same comparison where something must be lost: one node that answers before
 * its commit log is on the disk, LOCAL_ONE, and kill -9 of that node.
 * @returns whether the loss was seen, and one beacon that is counted without having been sent.
 */
export async function control(say: Say, stop: AbortSignal): Promise<boolean> {
  const preload = pathToFileURL(join(import.meta.dirname, 'atLocalOne.ts')).href
  const env = { NODE_OPTIONS: `--import ${preload}` }
  const wish = { nodes: 1, sites: 1, commitLog: 'periodic', env } as const
  return onStage(wish, { say, stop }, async ({ cluster, sites }) => {
    const [node] = cluster.nodes
    const [site] = sites
    if (!node || !site) throw new Error('A node and a server were asked for')
    const audience = await makeAudience(100, 5)
    await wait(PERIOD)
    await site.start()
    const [truth, answers] = [new Truth(), new History()]
    const began = Date.now()
    const load = new Workload(
      { audience, ports: [site.port], truth, answers, pace: new Pace(3000) },
      32,
    )
    await wait(BEFORE_THE_KILL, undefined, { signal: stop })
    const at = Date.now()
    await killNode(node)
    const over = Date.now()
    await wait(AFTER_IT, undefined, { signal: stop })
    await load.stop()
    const ended = Date.now()
    await untilAllMerged(MERGE_BOUND)
    const findings = await compare(truth, audience.videos, began)
    const fault = { name: 'kill -9 of the only node', at, over }
    say(`\n${tableOf([fault], answers, began, ended)}\n`)
    for (const line of findings.lines()) say(line)
    truth.forgetOne()
    const { extra } = await compare(truth, audience.videos, began)
    say(`With one beacon that the generator forgets: ${extra - findings.extra} plays too many`)
    return findings.hasLost && extra > findings.extra
  })
}
