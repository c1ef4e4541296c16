import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Command } from './javaCommand.ts'
import type { DatabasePaths } from './paths.ts'
import type { Ports } from './ports.ts'

const run = promisify(execFile)
const IMAGE = 'cassandra:5.0.9'

/** Where the container sees the folder `places.storage`, and its configuration. */
export const CONTAINER_STORAGE = '/var/lib/cassandra'
const CONTAINER_CONFIG = '/framewise/cassandra.yaml'

const dockerAnswers = () => succeeds(['info'], 10_000)

/** @throws Error that says what to install instead, when there is no Docker or no image. */
export async function fetchImage(say: (line: string) => void): Promise<void> {
  if (!(await dockerAnswers()))
    throw new Error('Install Java 17 and Maven for the database, or start Docker.')
  if (await succeeds(['image', 'inspect', IMAGE], 10_000)) return
  say("No Java 17 here: fetching Docker's Cassandra image (170 MB, once)")
  if (!(await succeeds(['pull', '--quiet', IMAGE], 600_000)))
    throw new Error(`Docker could not fetch ${IMAGE}. Install Java 17 and Maven instead.`)
}

function succeeds(args: string[], timeout: number): Promise<boolean> {
  return run('docker', args, { timeout }).then(
    () => true,
    () => false,
  )
}

/** A container that outlived its `docker run`, by kill -9 say, holds the name and the port. */
export async function removeContainer(places: DatabasePaths): Promise<void> {
  await run('docker', ['rm', '--force', containerName(places)]).catch(() => {})
}

/** `docker run` in the foreground hands SIGTERM on, so it is driven like a `java` of our own. */
export function dockerCommand(places: DatabasePaths, ports: Ports): Command {
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

const containerName = (places: DatabasePaths) => `framewise-${places.name}`
