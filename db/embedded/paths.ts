import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The files of one embedded database, all below one `DATA_DIR`. */
export type DatabasePaths = {
  root: string
  storage: string
  config: string
  logs: string
  /** Where the Java libraries unpack native code, which a killed process leaves behind. */
  scratch: string
  /** Standard output and error of the node. */
  output: string
  ports: string
  supervisorPid: string
  nodePid: string
  socket: string
  /** 12 hex digits that identify this data folder, the same at every start. */
  name: string
}

/** The longest Unix socket path that every system accepts (macOS: 104 bytes with the final NUL). */
const MAX_SOCKET_PATH_BYTES = 100

export function pathsIn(dataDir: string): DatabasePaths {
  const root = join(resolve(dataDir), 'cassandra')
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12)
  // `keeper.*` are fixed names: a supervisor of an older version, still running, is found by them.
  const socket = join(root, 'keeper.sock')
  return {
    root,
    storage: join(root, 'storage'),
    config: join(root, 'cassandra.yaml'),
    logs: join(root, 'log'),
    scratch: join(root, 'scratch'),
    output: join(root, 'log', 'output.log'),
    ports: join(root, 'ports.json'),
    supervisorPid: join(root, 'keeper.pid'),
    nodePid: join(root, 'cassandra.pid'),
    socket:
      Buffer.byteLength(socket) <= MAX_SOCKET_PATH_BYTES
        ? socket
        : join(tmpdir(), `framewise-${name}.sock`),
    name,
  }
}
