import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installNode } from './node.ts'
import type { NodeOptions } from './nodeOptions.ts'
import { pathsIn } from './paths.ts'

type Log = (line: string) => void

/** After this wait a line says what start-up is waiting for. */
const SLOW_START_MS = 1500
const RETRY_MS = 50

export type ConnectOptions = {
  dataDir: string
  log: Log
  temporary: boolean
  node: NodeOptions
  signal: AbortSignal
}

/**
 * Connects to the supervisor of `dataDir`, starting one if none runs.
 * @throws Error with the supervisor's log when it ended instead; the signal's reason when aborted
 */
export async function connectToSupervisor(options: ConnectOptions): Promise<Socket> {
  const { dataDir, log, signal } = options
  const { socket: path } = pathsIn(dataDir)
  const existing = await connectTo(path)
  if (existing) return existing
  await installNode(log, signal)
  signal.throwIfAborted()
  const supervisor = spawnSupervisor(options)
  const startedAt = Date.now()
  let isLogged = false
  for (;;) {
    const socket = await connectTo(path)
    if (socket) return socket
    if (supervisor.exitCode)
      throw new Error(`The database's supervisor ended:\n${readLog(dataDir)}`)
    if (!isLogged && Date.now() - startedAt > SLOW_START_MS) {
      isLogged = true
      log('Waiting for the last run to finish stopping its database')
    }
    await wait(RETRY_MS)
  }
}

/** @returns undefined when no process listens on the socket. */
function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

function spawnSupervisor({ dataDir, temporary, node }: ConnectOptions): ChildProcess {
  const { root, logs } = pathsIn(dataDir)
  // Not readable by other users: it holds members' personal data.
  mkdirSync(root, { recursive: true, mode: 0o700 })
  mkdirSync(logs, { recursive: true })
  const output = openSync(logFile(dataDir), 'w')
  const script = join(import.meta.dirname, 'supervisor.ts')
  const args = [script, dataDir, JSON.stringify(node), ...(temporary ? ['temporary'] : [])]
  const supervisor = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  supervisor.unref()
  return supervisor
}

const logFile = (dataDir: string) => join(pathsIn(dataDir).logs, 'supervisor.log')

const readLog = (dataDir: string) => readFileSync(logFile(dataDir), 'utf8').trimEnd()
