import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installNode } from './node.ts'
import type { NodeShape } from './nodeShape.ts'
import { pathsIn } from './paths.ts'

type Say = (line: string) => void

const WORTH_A_LINE = 1500

export type Wish = {
  dataDir: string
  say: Say
  temporary: boolean
  shape: NodeShape
  signal: AbortSignal
}

/** A connection to the keeper of `dataDir`, which is started when there is none. */
export async function reachSupervisor(wish: Wish): Promise<Socket> {
  const { dataDir, say, signal } = wish
  const { socket: path } = pathsIn(dataDir)
  const found = await connectTo(path)
  if (found) return found
  await installNode(say, signal)
  signal.throwIfAborted()
  const keeper = spawnKeeper(wish)
  const started = Date.now()
  let told = false
  for (;;) {
    const socket = await connectTo(path)
    if (socket) return socket
    if (keeper.exitCode) throw new Error(`The database's keeper ended:\n${keeperLog(dataDir)}`)
    if (!told && Date.now() - started > WORTH_A_LINE) {
      told = true
      say('Waiting for the last run to finish stopping its database')
    }
    await wait(50)
  }
}

/** @returns undefined when nobody listens there. */
function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}

function spawnKeeper({ dataDir, temporary, shape }: Wish): ChildProcess {
  const { root, log } = pathsIn(dataDir)
  // Readable by nobody else: it holds what the site knows of its members.
  mkdirSync(root, { recursive: true, mode: 0o700 })
  mkdirSync(log, { recursive: true })
  const output = openSync(join(log, 'keeper.log'), 'w')
  const script = join(import.meta.dirname, 'supervisor.ts')
  const args = [script, dataDir, JSON.stringify(shape), ...(temporary ? ['temporary'] : [])]
  const keeper = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  keeper.unref()
  return keeper
}

const keeperLog = (dataDir: string) =>
  readFileSync(join(pathsIn(dataDir).log, 'keeper.log'), 'utf8').trimEnd()
