import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Command } from './javaCommand.ts'
import type { Places } from './places.ts'
import type { Ports } from './ports.ts'

const run = promisify(execFile)
const IMAGE = 'cassandra:5.0.9'

/** Where the container sees the folder `places.storage`, and its configuration. */
export const CONTAINER_STORAGE = '/var/lib/cassandra'
const CONTAINER_CONFIG = '/framewise/cassandra.yaml'

export async function dockerAnswers(): Promise<boolean> {
  return run('docker', ['info'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  )
}

/** A container that outlived its `docker run`, by kill -9 say, holds the name and the port. */
export async function removeContainer(places: Places): Promise<void> {
  await run('docker', ['rm', '--force', containerName(places)]).catch(() => {})
}

/** `docker run` in the foreground hands SIGTERM on, so it is driven like a `java` of our own. */
export function dockerCommand(places: Places, ports: Ports): Command {
  const port = ports.native
  return {
    file: 'docker',
    args: [
      'run',
      '--rm',
      `--name=${containerName(places)}`,
      `--publish=127.0.0.1:${port}:${port}`,
      `--volume=${places.storage}:${CONTAINER_STORAGE}`,
      `--volume=${places.config}:${CONTAINER_CONFIG}:ro`,
      '--env=MAX_HEAP_SIZE=1G',
      '--env=HEAP_NEWSIZE=256M',
      IMAGE,
      'cassandra',
      '-f',
      `-Dcassandra.config=file://${CONTAINER_CONFIG}`,
    ],
  }
}

const containerName = (places: Places) => `framewise-${places.name}`
