import { existsSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Message, onLines, RELEASE, send } from './messages.ts'
import { bootNode, stopNode } from './node.ts'
import type { NodeOptions } from './nodeOptions.ts'
import { pathsIn } from './paths.ts'
import { claimPidFile, isRunning, readPidFile } from './pidFile.ts'

/*
 * The supervisor of one embedded database: a process in a session of its own that runs as long as a
 * client is connected to its socket. When the last client has released the database or was killed,
 * it drains and stops Cassandra. So `npm start`, the console and `db:sync` share one database, and
 * kill -9 leaves none running.
 *
 * node db/embedded/supervisor.ts DATA_DIR OPTIONS [temporary]
 * OPTIONS: NodeOptions as JSON; temporary: delete the data folder at the end
 */
const [dataDir = '.data', optionsJson = '', lifetime] = process.argv.slice(2)
const options: NodeOptions = JSON.parse(optionsJson)
const isTemporary = lifetime === 'temporary'
const paths = pathsIn(dataDir)
const clients = new Set<Socket>()

/** The process that started this supervisor may have been killed before it connected. */
const FIRST_CLIENT_TIMEOUT_MS = 20_000
/** A node that ends sooner than this after its start is restarted only after a pause. */
const EARLY_EXIT_MS = 60_000
const RESTART_PAUSE_MS = 2000

let latest: Message | undefined
let isStopping = false

// Ctrl-C in a terminal is meant for the application, which then releases the database.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('SIGTERM', stop)

await claim()
rmSync(paths.socket, { force: true })
const server = createServer(accept).listen(paths.socket)
const firstClientTimer = setTimeout(stop, FIRST_CLIENT_TIMEOUT_MS)
await stopOrphanedNode()
await runNode()

/** One supervisor per data folder: waits until a previous one has finished stopping. */
async function claim() {
  const onStale = (pid: number) =>
    broadcast({ step: `The last run was killed (pid ${pid} is gone): recovering its database` })
  while (claimPidFile(paths.supervisorPid, onStale)) {
    if (existsSync(paths.socket)) process.exit(0)
    await wait(100)
  }
}

/** A Cassandra whose supervisor was killed has lost no data, but holds the files and the ports. */
async function stopOrphanedNode() {
  const record = readPidFile(paths.nodePid)
  if (!record) return
  if (isRunning(record))
    broadcast({ step: `A Cassandra was left running (pid ${record.pid}): stopping it` })
  await stopNode(paths)
}

/** Boots the node, and restarts it whenever it ends by itself. */
async function runNode() {
  while (!isStopping) {
    const startedAt = Date.now()
    try {
      const node = await bootNode(paths, (step) => broadcast({ step }), options)
      broadcast({ ready: node.contactPoint })
      await node.ended
      if (!isStopping) broadcast({ step: 'Cassandra ended by itself: starting it again' })
    } catch (error) {
      broadcast({ failed: error instanceof Error ? error.message : String(error) })
      return stop()
    }
    if (Date.now() - startedAt < EARLY_EXIT_MS) await wait(RESTART_PAUSE_MS)
  }
}

function accept(socket: Socket) {
  clearTimeout(firstClientTimer)
  clients.add(socket)
  if (latest) send(socket, latest)
  onLines(socket, (line) => {
    if (line === RELEASE) remove(socket)
  })
  socket.on('error', () => {})
  socket.on('close', () => remove(socket))
}

/** The last client's connection stays open until the database has ended: it waits for the close. */
function remove(socket: Socket) {
  if (!clients.delete(socket)) return
  if (clients.size > 0) socket.end()
  else stop()
}

function broadcast(message: Message) {
  latest = message
  for (const socket of clients) send(socket, message)
}

/** Removes the socket first, so that no client can connect: a new one starts the next supervisor. */
async function stop() {
  if (isStopping) return
  isStopping = true
  server?.close()
  rmSync(paths.socket, { force: true })
  await stopNode(paths)
  rmSync(paths.supervisorPid, { force: true })
  if (isTemporary) rmSync(dataDir, { recursive: true, force: true })
  process.exit(0)
}
