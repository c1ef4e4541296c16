import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { checkTables } from '#testing/checker.ts'
import { untilMerged } from '#testing/merging.ts'
import { SentBeacons } from '#testing/oracle.ts'
import { Pace } from '#testing/pace.ts'
import { logInMany } from '#testing/people.ts'
import { makeVideos, variedLength } from '#testing/videos.ts'
import { killNode } from './cluster.ts'
import { History } from './history.ts'
import { tableOf } from './table.ts'
import { type Log, withTestbed } from './testbed.ts'
import { Workload } from './workload.ts'

const MERGE_TIMEOUT_MS = 120_000
/**
 * Longer than the period after which the commit log is written to the disk: members and videos must
 * outlive the kill, so that only the load's own writes can be lost.
 */
const COMMIT_LOG_MS = 11_000
const LOAD_BEFORE_KILL_MS = 15_000
const LOAD_AFTER_KILL_MS = 10_000

/**
 * Shows that the checker sees a loss: the same load and the same checks where something must be
 * lost, with one node that acknowledges before its commit log is on the disk, LOCAL_ONE, and kill -9
 * of that node.
 * @returns whether the checker found the loss, and one beacon that is counted without having been sent.
 */
export async function runControl(log: Log, stop: AbortSignal): Promise<boolean> {
  const preload = pathToFileURL(join(import.meta.dirname, 'atLocalOne.ts')).href
  const env = { NODE_OPTIONS: `--import ${preload}` }
  const options = { nodes: 1, servers: 1, commitLog: 'periodic', env } as const
  return withTestbed(options, { log, stop }, async ({ cluster, servers }) => {
    const [node] = cluster.nodes
    const [server] = servers
    if (!node || !server) throw new Error('The testbed has no node or no server')
    const viewers = await logInMany(100)
    const videos = await makeVideos(5, variedLength)
    await wait(COMMIT_LOG_MS)
    await server.start()
    const [sent, history] = [new SentBeacons(), new History()]
    const began = Date.now()
    const ports = [server.port]
    const pace = new Pace(3000)
    const workload = new Workload({ viewers, videos, ports, sent, history, pace }, 32)
    await wait(LOAD_BEFORE_KILL_MS, undefined, { signal: stop })
    const startedAt = Date.now()
    await killNode(node)
    const recoveredAt = Date.now()
    await wait(LOAD_AFTER_KILL_MS, undefined, { signal: stop })
    await workload.stop()
    const ended = Date.now()
    await untilMerged(MERGE_TIMEOUT_MS)
    const findings = await checkTables(sent, videos, began)
    const fault = { name: 'kill -9 of the only node', startedAt, recoveredAt }
    log(`\n${tableOf([fault], history, began, ended)}\n`)
    for (const line of findings.lines()) log(line)
    sent.forgetOne()
    const { extra } = await checkTables(sent, videos, began)
    log(`With one beacon that the generator forgets: ${extra - findings.extra} plays too many`)
    return findings.hasLost && extra > findings.extra
  })
}
