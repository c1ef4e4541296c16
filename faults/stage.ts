import { freePorts } from '#db/embedded/ports.ts'
import { syncTables } from '#db/sync.ts'
import { abortable } from '../scripts/run/abortable.ts'
import { buildSite } from '../scripts/run/buildSite.ts'
import { openTestGround } from '../scripts/test/testGround.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { Site } from './site.ts'

export type Say = (line: string) => void
export type Stage = { cluster: Cluster; sites: Site[] }

export type StageWish = {
  nodes: number
  sites: number
  commitLog: 'batch' | 'periodic'
  /** Of the servers, besides what all have. */
  env?: Record<string, string>
}

/**
 * Nodes, tables and server processes (not started) in a temporary folder; `act`; and then nothing is
 * left of them, whatever happened.
 */
export async function onStage<T>(
  wish: StageWish,
  { say, stop }: { say: Say; stop: AbortSignal },
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  delete process.env.CASSANDRA_CONTACT_POINTS
  const ground = openTestGround(say)
  const sites: Site[] = []
  let cluster: Cluster | undefined
  try {
    const distDir = await buildSite(say, stop)
    cluster = await openCluster(
      ground.folder,
      { count: wish.nodes, commitLog: wish.commitLog },
      say,
    )
    Object.assign(process.env, {
      CASSANDRA_CONTACT_POINTS: cluster.contactPoints,
      CASSANDRA_REPLICATION: `{'class': 'SimpleStrategy', 'replication_factor': ${wish.nodes}}`,
      BEACONS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'info',
    })
    say('Making the tables')
    await abortable(syncTables(), stop)
    for (const port of await freePorts(wish.sites))
      sites.push(new Site(`server ${sites.length + 1}`, port, distDir, wish.env ?? {}, stop))
    return await abortable(act({ cluster, sites }), stop)
  } finally {
    await Promise.all(sites.map((site) => site.stop()))
    await cluster?.close()
    await ground.clear()
  }
}
