import { join } from 'node:path'
import { type AcquiredDatabase, acquireDatabase } from '#db/embedded/acquireDatabase.ts'
import { answersCql } from '#db/embedded/cqlPing.ts'
import type { NodeOptions } from '#db/embedded/nodeOptions.ts'
import { pathsIn } from '#db/embedded/paths.ts'
import { readPidFile } from '#db/embedded/pidFile.ts'
import { isPortFree, type Ports } from '#db/embedded/ports.ts'
import { until } from '#testing/until.ts'

type Log = (line: string) => void

/** One Cassandra with an address of its own; its supervisor restarts it when it is killed. */
export type ClusterNode = {
  name: string
  pid(): number | undefined
  answers(): Promise<boolean>
}

export type Cluster = { contactPoints: string; nodes: ClusterNode[]; close(): Promise<void> }

const MAX_START_TRIES = 3

/**
 * Starts nodes on 127.0.0.1, .2, .3 and so on, one after the other: a joining node contacts the
 * first. They end with this process, as the database of `npm start` does.
 */
export async function openCluster(
  folder: string,
  { count, commitLog }: { count: number; commitLog: NodeOptions['commitLog'] },
  log: Log,
): Promise<Cluster> {
  const addresses = Array.from({ length: count }, (_, i) => `127.0.0.${i + 1}`)
  const [seed = ''] = addresses
  const ports = await portsFreeOnAll(addresses)
  const acquired: AcquiredDatabase[] = []
  const close = async () => {
    await Promise.all(acquired.map((node) => node.release()))
  }
  const nodes: ClusterNode[] = []
  try {
    for (const address of addresses) {
      const name = `node ${nodes.length + 1}`
      const dataDir = join(folder, name.replace(' ', '-'))
      const options: NodeOptions = {
        address,
        seed,
        ports,
        commitLog,
        heap: '768M',
        unsafeForTests: false,
      }
      acquired.push(await acquireWithRetries(dataDir, options, (step) => log(`${name}: ${step}`)))
      const pid = () => readPidFile(pathsIn(dataDir).nodePid)?.pid
      nodes.push({ name, pid, answers: () => answersCql(ports.native, address) })
    }
  } catch (error) {
    await close()
    throw error
  }
  const contactPoints = addresses.map((address) => `${address}:${ports.native}`).join(',')
  return { contactPoints, nodes, close }
}

/** A node that joins while the first is not ready yet fails to start: it is started again. */
async function acquireWithRetries(
  dataDir: string,
  options: NodeOptions,
  log: Log,
): Promise<AcquiredDatabase> {
  for (let left = MAX_START_TRIES; ; left--) {
    const database = acquireDatabase(dataDir, log, { temporary: true, node: options })
    try {
      await database.ready
      return database
    } catch (error) {
      await database.release()
      if (left === 1) throw error
      log(`${error}: trying again`)
    }
  }
}

/** Kills a node as a power cut would, and resolves when its new process answers. */
export async function killNode(node: ClusterNode): Promise<void> {
  const killed = signalNode(node, 'SIGKILL')
  await until(async () => node.pid() !== killed && (await node.answers()), {
    what: `${node.name} is back`,
    withinMs: 600_000,
  })
}

/** @returns the id of the process. */
export function signalNode(node: ClusterNode, signal: NodeJS.Signals): number {
  const pid = node.pid()
  if (!pid) throw new Error(`${node.name} is not running`)
  process.kill(pid, signal)
  return pid
}

/**
 * Finds two ports below those the system uses for outgoing connections, so that no connection takes
 * a node's port while the node is down.
 */
async function portsFreeOnAll(addresses: string[]): Promise<Ports> {
  const first = 20_000 + 2 * Math.floor(Math.random() * 4000)
  for (let native = first; native < 32_000; native += 2) {
    const both = addresses.flatMap((host) => [native, native + 1].map((port) => ({ host, port })))
    const free = await Promise.all(both.map(({ host, port }) => isPortFree(port, host)))
    if (free.every(Boolean)) return { native, storage: native + 1 }
  }
  throw new Error('No two ports are free on all addresses')
}
