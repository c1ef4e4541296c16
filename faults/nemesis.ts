import { setTimeout as wait } from 'node:timers/promises'
import { type Cluster, type ClusterNode, killNode, signalNode } from './cluster.ts'
import { killInMidMerge, untilTakenFrom } from './lanes.ts'
import type { Server } from './server.ts'

/** A fault as it happened; both times in ms since 1970. */
export type Fault = {
  name: string
  startedAt: number
  /** When everything ran again. */
  recoveredAt: number
}

type OnFault = (fault: Fault) => void

/** Load without a fault, before each of them. */
const CALM_MS = 10_000
const PAUSE_MS = 20_000

/** Kills every node and pauses one, each after the previous fault is over. */
export async function runNodeFaults({ nodes }: Cluster, onFault: OnFault): Promise<void> {
  for (const node of nodes)
    await inject(onFault, async () => {
      await killNode(node)
      return `kill -9 of ${node.name}`
    })
  const [, paused] = nodes
  if (paused)
    await inject(onFault, async () => {
      await pauseNode(paused)
      return `SIGSTOP of ${paused.name} for ${PAUSE_MS / 1000} s`
    })
}

/**
 * Kills each server in the middle of a merge. Lanes may change hands at any time: which server holds
 * one is known by its owner.
 * @param owner the owner name of the first server
 */
export async function runServerFaults(
  [first, second]: readonly [Server, Server],
  owner: string,
  onFault: OnFault,
): Promise<void> {
  let known: [owner: string, server: Server] = [owner, first]
  for (let kills = 0; kills < 2; kills++)
    await inject(onFault, async () => {
      const otherThan = (server: Server) => (server === first ? second : first)
      const { server, lane } = await killInMidMerge((name) =>
        name === known[0] ? known[1] : otherThan(known[1]),
      )
      const [newOwner = ''] = await untilTakenFrom(new Set([lane.owner ?? '']))
      known = [newOwner, otherThan(server)]
      await server.start()
      return `kill -9 of ${server.name} in mid-merge (lane ${lane.lane} sealed, not merged)`
    })
}

/** @param act does the damage, and returns the fault's name when everything runs again */
async function inject(onFault: OnFault, act: () => Promise<string>): Promise<void> {
  await wait(CALM_MS)
  const startedAt = Date.now()
  const name = await act()
  onFault({ name, startedAt, recoveredAt: Date.now() })
}

async function pauseNode(node: ClusterNode): Promise<void> {
  const pid = signalNode(node, 'SIGSTOP')
  try {
    await wait(PAUSE_MS)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}
