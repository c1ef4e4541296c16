import { freePorts } from '#db/embedded/ports.ts'
import { syncTables } from '#db/sync.ts'
import { abortable } from '../scripts/run/abortable.ts'
import { buildSite } from '../scripts/run/buildSite.ts'
import { openTestEnvironment } from '../scripts/test/testEnvironment.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { Server } from './server.ts'

/** Prints one line of progress or of the report. */
export type Log = (line: string) => void

/** Where a run happens: a cluster, and servers that are not started yet. */
export type Testbed = { cluster: Cluster; servers: Server[] }

export type TestbedOptions = {
  nodes: number
  servers: number
  commitLog: 'batch' | 'periodic'
  /** Environment of the servers, besides what all have. */
  env?: Record<string, string>
}

/**
 * Sets up nodes, tables and server processes in a temporary folder, runs `run`, and removes all of
 * them, whether it failed or not.
 */
export async function withTestbed<T>(
  options: TestbedOptions,
  { log, stop }: { log: Log; stop: AbortSignal },
  run: (testbed: Testbed) => Promise<T>,
): Promise<T> {
  delete process.env.CASSANDRA_CONTACT_POINTS
  const environment = openTestEnvironment(log)
  const servers: Server[] = []
  let cluster: Cluster | undefined
  try {
    const distDir = await buildSite(log, stop)
    const { nodes: count, commitLog } = options
    cluster = await openCluster(environment.folder, { count, commitLog }, log)
    Object.assign(process.env, {
      CASSANDRA_CONTACT_POINTS: cluster.contactPoints,
      CASSANDRA_REPLICATION: `{'class': 'SimpleStrategy', 'replication_factor': ${options.nodes}}`,
      BEACONS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'info',
    })
    log('Creating the tables')
    await abortable(syncTables(), stop)
    for (const port of await freePorts(options.servers)) {
      const name = `server ${servers.length + 1}`
      servers.push(new Server(name, port, distDir, options.env ?? {}, stop))
    }
    return await abortable(run({ cluster, servers }), stop)
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    await cluster?.close()
    await environment.clear()
  }
}
