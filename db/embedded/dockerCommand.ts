import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Command } from './javaCommand.ts'
import type { DatabasePaths } from './paths.ts'
import type { Ports } from './ports.ts'

const run = promisify(execFile)
const IMAGE = 'cassandra:5.0.9'

/** Where `paths.storage` and `paths.config` are mounted in the container. */
export const CONTAINER_STORAGE = '/var/lib/cassandra'
const CONTAINER_CONFIG = '/framewise/cassandra.yaml'

const isDockerRunning = () => succeeds(['info'], 10_000)

/** @throws Error that names what to install when Docker does not run or cannot pull the image. */
export async function fetchImage(log: (line: string) => void): Promise<void> {
  if (!(await isDockerRunning()))
    throw new Error('Install Java 17 and Maven for the database, or start Docker.')
  if (await succeeds(['image', 'inspect', IMAGE], 10_000)) return
  log("Java 17 was not found: pulling Docker's Cassandra image (170 MB, once)")
  if (!(await succeeds(['pull', '--quiet', IMAGE], 600_000)))
    throw new Error(`Docker could not fetch ${IMAGE}. Install Java 17 and Maven instead.`)
}

function succeeds(args: string[], timeout: number): Promise<boolean> {
  return run('docker', args, { timeout }).then(
    () => true,
    () => false,
  )
}

/** A container whose `docker run` was killed with kill -9 still holds the name and the port. */
export async function removeContainer(paths: DatabasePaths): Promise<void> {
  await run('docker', ['rm', '--force', containerName(paths)]).catch(() => {})
}

/** `docker run` in the foreground forwards SIGTERM, so it is stopped like a `java` process. */
export function dockerCommand(paths: DatabasePaths, ports: Ports): Command {
  const port = ports.native
  return {
    file: 'docker',
    args: [
      'run',
      '--rm',
      `--name=${containerName(paths)}`,
      `--publish=127.0.0.1:${port}:${port}`,
      `--volume=${paths.storage}:${CONTAINER_STORAGE}`,
      `--volume=${paths.config}:${CONTAINER_CONFIG}:ro`,
      '--env=MAX_HEAP_SIZE=1G',
      '--env=HEAP_NEWSIZE=256M',
      IMAGE,
      'cassandra',
      '-f',
      `-Dcassandra.config=file://${CONTAINER_CONFIG}`,
    ],
  }
}

const containerName = (paths: DatabasePaths) => `framewise-${paths.name}`
