import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { answersCql } from './cqlPing.ts'
import { CONTAINER_STORAGE, dockerCommand, fetchImage, removeContainer } from './dockerCommand.ts'
import { findJava } from './findJava.ts'
import { fetchJars, jarsFolder } from './jars.ts'
import { type Command, javaCommand } from './javaCommand.ts'
import type { NodeShape } from './nodeShape.ts'
import type { DatabasePaths } from './paths.ts'
import { isRunning, readPidFile, recordOf, writePidFile } from './pidFile.ts'
import { choosePorts, type Ports } from './ports.ts'
import { cassandraYaml } from './yaml.ts'

type Say = (line: string) => void
/** `ended` resolves when the process is gone, for whatever reason. */
export type RunningNode = { contactPoint: string; ended: Promise<void> }

const BOOT_TIMEOUT = 120_000
/** Draining flushes every memtable; a second or two here, more on a slow disk. */
const STOP_TIMEOUT = 60_000

/**
 * Starts a node on the data in `places` and waits until it answers.
 * @throws Error that says what to install, or shows the end of Cassandra's own output.
 */
export async function bootNode(
  places: DatabasePaths,
  say: Say,
  shape: NodeShape,
): Promise<RunningNode> {
  rmSync(places.scratch, { recursive: true, force: true })
  for (const folder of [places.storage, places.log, places.scratch])
    mkdirSync(folder, { recursive: true })
  const ports = shape.ports ?? (await choosePorts(places.ports))
  const command = await prepareCommand(places, ports, say, shape)
  say('Starting Cassandra')
  const child = spawnInBackground(command, places)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await untilReady(child, () => answersCql(ports.native, shape.address), places)
  return { contactPoint: `${shape.address}:${ports.native}`, ended }
}

/**
 * Fetches whatever a node needs here, in the foreground.
 * @returns a usable `java`, or undefined: then Docker answers.
 * @throws Error that says what to install.
 */
export async function installNode(say: Say, signal?: AbortSignal): Promise<string | undefined> {
  const java = await findJava()
  if (java) await fetchJars(say, signal)
  else await fetchImage(say)
  return java
}

async function prepareCommand(
  places: DatabasePaths,
  ports: Ports,
  say: Say,
  shape: NodeShape,
): Promise<Command> {
  const java = await installNode(say)
  if (java) {
    writeFileSync(places.config, cassandraYaml(places.storage, ports, shape))
    return javaCommand(java, jarsFolder(), places, shape)
  }
  if (shape.address !== '127.0.0.1')
    throw new Error('Install Java 17 and Maven: several nodes do not run in Docker here.')
  await removeContainer(places)
  writeFileSync(places.config, cassandraYaml(CONTAINER_STORAGE, ports, shape, '0.0.0.0'))
  return dockerCommand(places, ports)
}

/** In a process group of its own: Ctrl-C in a terminal must reach the application first. */
function spawnInBackground({ file, args }: Command, places: DatabasePaths): ChildProcess {
  const output = openSync(places.output, 'w')
  const child = spawn(file, args, { detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  const record = child.pid === undefined ? undefined : recordOf(child.pid)
  if (record) writePidFile(places.nodePid, record)
  return child
}

async function untilReady(
  child: ChildProcess,
  answers: () => Promise<boolean>,
  places: DatabasePaths,
): Promise<void> {
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  const deadline = Date.now() + BOOT_TIMEOUT
  while (!(await answers())) {
    if (failure) throw failure
    if (hasExited(child)) throw new Error(`Cassandra ended while starting:\n${tail(places)}`)
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`Cassandra was not ready in ${BOOT_TIMEOUT / 1000} s:\n${tail(places)}`)
    }
    await wait(100)
  }
}

/** Drains and ends the node (SIGTERM runs Cassandra's own drain), or kills it after a minute. */
export async function stopNode(places: DatabasePaths): Promise<void> {
  const record = readPidFile(places.nodePid)
  if (record && isRunning(record)) {
    process.kill(record.pid, 'SIGTERM')
    const deadline = Date.now() + STOP_TIMEOUT
    while (isRunning(record)) {
      if (Date.now() > deadline) process.kill(record.pid, 'SIGKILL')
      await wait(50)
    }
  }
  rmSync(places.nodePid, { force: true })
}

const hasExited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function tail(places: DatabasePaths, lines = 12): string {
  const text = readFileSync(places.output, 'utf8').trimEnd()
  return text.split('\n').slice(-lines).join('\n')
}
