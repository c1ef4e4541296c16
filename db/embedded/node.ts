import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { answersCql } from './cqlPing.ts'
import { CONTAINER_STORAGE, dockerCommand, fetchImage, removeContainer } from './dockerCommand.ts'
import { findJava } from './findJava.ts'
import { fetchJars, jarsFolder } from './jars.ts'
import { type Command, javaCommand } from './javaCommand.ts'
import type { NodeOptions } from './nodeOptions.ts'
import type { DatabasePaths } from './paths.ts'
import { isRunning, readPidFile, recordOf, writePidFile } from './pidFile.ts'
import { choosePorts, type Ports } from './ports.ts'
import { cassandraYaml } from './yaml.ts'

type Log = (line: string) => void
/** `ended` resolves when the process has ended, for whatever reason. */
export type RunningNode = { contactPoint: string; ended: Promise<void> }

const BOOT_TIMEOUT_MS = 120_000
/** Draining flushes every memtable: 1 to 2 s on an SSD, longer on a slow disk. */
const STOP_TIMEOUT_MS = 60_000

/**
 * Starts a node on the data in `paths` and waits until it answers CQL.
 * @throws Error that names what to install, or holds the last lines of Cassandra's output
 */
export async function bootNode(
  paths: DatabasePaths,
  log: Log,
  options: NodeOptions,
): Promise<RunningNode> {
  rmSync(paths.scratch, { recursive: true, force: true })
  for (const folder of [paths.storage, paths.logs, paths.scratch])
    mkdirSync(folder, { recursive: true })
  const ports = options.ports ?? (await choosePorts(paths.ports))
  const command = await prepareCommand(paths, ports, log, options)
  log('Starting Cassandra')
  const child = spawnInBackground(command, paths)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await untilReady(child, () => answersCql(ports.native, options.address), paths)
  return { contactPoint: `${options.address}:${ports.native}`, ended }
}

/**
 * Downloads what a node needs on this machine: the jars, or the Docker image.
 * @returns the path of a usable `java`, or undefined when Docker is to be used
 * @throws Error that names what to install
 */
export async function installNode(log: Log, signal?: AbortSignal): Promise<string | undefined> {
  const java = await findJava()
  if (java) await fetchJars(log, signal)
  else await fetchImage(log)
  return java
}

async function prepareCommand(
  paths: DatabasePaths,
  ports: Ports,
  log: Log,
  options: NodeOptions,
): Promise<Command> {
  const java = await installNode(log)
  if (java) {
    writeFileSync(paths.config, cassandraYaml(paths.storage, ports, options))
    return javaCommand(java, jarsFolder(), paths, options)
  }
  if (options.address !== '127.0.0.1')
    throw new Error('Install Java 17 and Maven: several nodes do not run in Docker here.')
  await removeContainer(paths)
  writeFileSync(paths.config, cassandraYaml(CONTAINER_STORAGE, ports, options, '0.0.0.0'))
  return dockerCommand(paths, ports)
}

/** In its own process group, so that Ctrl-C in a terminal does not reach Cassandra directly. */
function spawnInBackground({ file, args }: Command, paths: DatabasePaths): ChildProcess {
  const output = openSync(paths.output, 'w')
  const child = spawn(file, args, { detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  const record = child.pid === undefined ? undefined : recordOf(child.pid)
  if (record) writePidFile(paths.nodePid, record)
  return child
}

async function untilReady(
  child: ChildProcess,
  answers: () => Promise<boolean>,
  paths: DatabasePaths,
): Promise<void> {
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  const deadline = Date.now() + BOOT_TIMEOUT_MS
  while (!(await answers())) {
    if (failure) throw failure
    if (hasExited(child)) throw new Error(`Cassandra ended while starting:\n${tail(paths)}`)
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`Cassandra was not ready in ${BOOT_TIMEOUT_MS / 1000} s:\n${tail(paths)}`)
    }
    await wait(100)
  }
}

/** Drains and stops the node (Cassandra drains itself on SIGTERM), or kills it after a minute. */
export async function stopNode(paths: DatabasePaths): Promise<void> {
  const record = readPidFile(paths.nodePid)
  if (record && isRunning(record)) {
    process.kill(record.pid, 'SIGTERM')
    const deadline = Date.now() + STOP_TIMEOUT_MS
    while (isRunning(record)) {
      if (Date.now() > deadline) process.kill(record.pid, 'SIGKILL')
      await wait(50)
    }
  }
  rmSync(paths.nodePid, { force: true })
}

const hasExited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function tail(paths: DatabasePaths, lines = 12): string {
  const text = readFileSync(paths.output, 'utf8').trimEnd()
  return text.split('\n').slice(-lines).join('\n')
}
