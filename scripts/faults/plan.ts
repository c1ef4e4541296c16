import { setTimeout as wait } from 'node:timers/promises'
import { type Cluster, type ClusterNode, killNode, signalNode } from './cluster.ts'
import { killInMidMerge, untilTakenFrom } from './lanes.ts'
import type { Site } from './site.ts'

/** A fault as it happened; ms since 1970. `over`: everything runs again. */
export type Fault = { name: string; at: number; over: number; note: string }

/** Load without a fault, before and after each. */
const CALM = 10_000
const STANDSTILL = 20_000

/** Every fault in turn, each after the former is over and the load has gone on for a while. */
export async function runFaults(
  { nodes }: Cluster,
  [first, second]: readonly [Site, Site],
  owners: Set<string>,
  tell: (fault: Fault) => void,
): Promise<void> {
  const suffer = async (name: string, fault: () => Promise<string>) => {
    await wait(CALM)
    const at = Date.now()
    const note = await fault()
    tell({ name, at, over: Date.now(), note })
  }
  for (const node of nodes)
    await suffer(`kill -9 of ${node.name}`, async () => {
      await killNode(node)
      return ''
    })
  const [, stopped] = nodes
  if (stopped)
    await suffer(`SIGSTOP of ${stopped.name} for 20 s`, async () => {
      await standStill(stopped)
      return ''
    })
  let holding = owners
  for (const site of [first, second])
    await suffer(`kill -9 of ${site.name} in mid-merge`, async () => {
      const { lane } = await killInMidMerge(site, holding)
      holding = await untilTakenFrom(holding)
      await site.start()
      return `lane ${lane} sealed, not merged`
    })
  await wait(CALM)
}

async function standStill(node: ClusterNode): Promise<void> {
  const pid = signalNode(node, 'SIGSTOP')
  try {
    await wait(STANDSTILL)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}
