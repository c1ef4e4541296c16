import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where everything of one embedded database lies; all of it below one `DATA_DIR`. */
export type DatabasePaths = {
  root: string
  storage: string
  config: string
  log: string
  /** For what the Java libraries unpack; a killed one leaves it there. */
  scratch: string
  output: string
  ports: string
  supervisorPid: string
  nodePid: string
  socket: string
  /** A short name of this data folder, the same at every start. */
  name: string
}

/** The longest path a Unix socket may have on every system (macOS: 104 bytes with the end mark). */
const SOCKET_PATH_MAX = 100

export function pathsIn(dataDir: string): DatabasePaths {
  const root = join(resolve(dataDir), 'cassandra')
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const socket = join(root, 'keeper.sock')
  return {
    root,
    storage: join(root, 'storage'),
    config: join(root, 'cassandra.yaml'),
    log: join(root, 'log'),
    scratch: join(root, 'scratch'),
    output: join(root, 'log', 'output.log'),
    ports: join(root, 'ports.json'),
    supervisorPid: join(root, 'keeper.pid'),
    nodePid: join(root, 'cassandra.pid'),
    socket:
      Buffer.byteLength(socket) <= SOCKET_PATH_MAX
        ? socket
        : join(tmpdir(), `framewise-${name}.sock`),
    name,
  }
}
