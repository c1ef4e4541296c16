import { setTimeout as wait } from 'node:timers/promises'
import { type Cluster, type ClusterNode, killNode, signalNode } from './cluster.ts'
import { killInMidMerge, untilTakenFrom } from './lanes.ts'
import type { Site } from './site.ts'

/** A fault as it happened; ms since 1970. `over`: everything runs again. */
export type Fault = { name: string; at: number; over: number }

/** Load without a fault, before and after each. */
const CALM = 10_000
const STANDSTILL = 20_000

/** Every node killed and one halted, each after the former is over and the load has gone on. */
export async function runNodeFaults({ nodes }: Cluster, tell: Tell): Promise<void> {
  for (const node of nodes)
    await suffer(tell, async () => {
      await killNode(node)
      return `kill -9 of ${node.name}`
    })
  const [, stopped] = nodes
  if (stopped)
    await suffer(tell, async () => {
      await standStill(stopped)
      return `SIGSTOP of ${stopped.name} for 20 s`
    })
}

/**
 * Each server killed in mid-merge. Lanes may change hands at any time; whose they are is known by
 * their owners.
 * @param owner what the first server calls itself
 */
export async function runServerFaults(
  [first, second]: readonly [Site, Site],
  owner: string,
  tell: Tell,
): Promise<void> {
  let known: [owner: string, site: Site] = [owner, first]
  for (let kills = 0; kills < 2; kills++)
    await suffer(tell, async () => {
      const otherThan = (site: Site) => (site === first ? second : first)
      const { site, lane } = await killInMidMerge((name) =>
        name === known[0] ? known[1] : otherThan(known[1]),
      )
      const [heir = ''] = await untilTakenFrom(new Set([lane.owner ?? '']))
      known = [heir, otherThan(site)]
      await site.start()
      return `kill -9 of ${site.name} in mid-merge (lane ${lane.lane} sealed, not merged)`
    })
}

type Tell = (fault: Fault) => void

/** @param act does it, and returns what it was when everything runs again */
async function suffer(tell: Tell, act: () => Promise<string>): Promise<void> {
  await wait(CALM)
  const at = Date.now()
  const name = await act()
  tell({ name, at, over: Date.now() })
}

async function standStill(node: ClusterNode): Promise<void> {
  const pid = signalNode(node, 'SIGSTOP')
  try {
    await wait(STANDSTILL)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}
