import { join } from 'node:path'
import { type AcquiredDatabase, acquireDatabase } from '#db/embedded/acquireDatabase.ts'
import { answersCql } from '#db/embedded/cqlPing.ts'
import type { NodeOptions } from '#db/embedded/nodeOptions.ts'
import { pathsIn } from '#db/embedded/paths.ts'
import { readPidFile } from '#db/embedded/pidFile.ts'
import { isPortFree, type Ports } from '#db/embedded/ports.ts'
import { until } from '#testing/until.ts'

type Say = (line: string) => void

/** One Cassandra of its own address; its supervisor starts it again when it is killed. */
export type ClusterNode = {
  name: string
  pid(): number | undefined
  answers(): Promise<boolean>
}

export type Cluster = { contactPoints: string; nodes: ClusterNode[]; close(): Promise<void> }

const TRIES = 3

/**
 * Starts nodes on 127.0.0.1, .2, .3 and so on, one after the other: a node that joins asks the first
 * who is there. Each is held as `npm start` holds its own: when this process is gone, so are they.
 */
export async function openCluster(
  folder: string,
  { count, commitLog }: { count: number; commitLog: NodeOptions['commitLog'] },
  say: Say,
): Promise<Cluster> {
  const addresses = Array.from({ length: count }, (_, i) => `127.0.0.${i + 1}`)
  const [seed = ''] = addresses
  const ports = await portsFreeOnAll(addresses)
  const held: AcquiredDatabase[] = []
  const close = async () => {
    await Promise.all(held.map((node) => node.release()))
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
      held.push(await holdInTheEnd(dataDir, options, (step) => say(`${name}: ${step}`)))
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

/** A node that joins in the wrong moment finds nobody: it is asked again. */
async function holdInTheEnd(
  dataDir: string,
  options: NodeOptions,
  say: Say,
): Promise<AcquiredDatabase> {
  for (let left = TRIES; ; left--) {
    const held = acquireDatabase(dataDir, say, { temporary: true, node: options })
    try {
      await held.ready
      return held
    } catch (error) {
      await held.release()
      if (left === 1) throw error
      say(`${error}: trying again`)
    }
  }
}

/** Kills a node as a power cut would, and resolves when its successor answers. */
export async function killNode(node: ClusterNode): Promise<void> {
  const killed = signalNode(node, 'SIGKILL')
  await until(`${node.name} to be back`, 600, async () => {
    return node.pid() !== killed && (await node.answers())
  })
}

/** @returns the process it went to. */
export function signalNode(node: ClusterNode, signal: NodeJS.Signals): number {
  const pid = node.pid()
  if (!pid) throw new Error(`${node.name} does not run`)
  process.kill(pid, signal)
  return pid
}

/**
 * Below the ports a system hands to outgoing connections: while a node is down, nobody takes its
 * own.
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
