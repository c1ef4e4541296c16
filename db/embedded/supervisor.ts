import { existsSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { LEAVE, type Message, onLines, send } from './messages.ts'
import { bootNode, stopNode } from './node.ts'
import type { NodeShape } from './nodeShape.ts'
import { pathsIn } from './paths.ts'
import { claimPidFile, isRunning, readPidFile } from './pidFile.ts'

/*
 * The keeper of one embedded database: a process of its own session that runs as long as somebody
 * holds a connection to its socket. When the last one is gone, orderly or killed, it drains and
 * ends the database: `npm start`, the console and `db:sync` share one, and kill -9 leaves none.
 *
 * node db/embedded/supervisor.ts DATA_DIR SHAPE [temporary]
 * SHAPE: a NodeShape as JSON; temporary: the data folder goes in the end
 */
const [dataDir = '.data', setUp = '', lifetime] = process.argv.slice(2)
const shape: NodeShape = JSON.parse(setUp)
const isTemporary = lifetime === 'temporary'
const places = pathsIn(dataDir)
const holders = new Set<Socket>()

/** Whoever started this keeper may have been killed before it could connect. */
const FIRST_HOLDER_TIMEOUT = 20_000
/** A node that ends sooner than this after its start is not started again at once. */
const QUICK_END = 60_000

let latest: Message | undefined
let stopping = false

// Ctrl-C in a terminal is for the application, which then lets go.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('SIGTERM', stop)

await claim()
rmSync(places.socket, { force: true })
const server = createServer(welcome).listen(places.socket)
const lonely = setTimeout(stop, FIRST_HOLDER_TIMEOUT)
await endLeftover()
await runNode()

/** One keeper a data folder: waits for a former one to finish stopping. */
async function claim() {
  const onStale = (pid: number) =>
    tell({ step: `The last run was killed (pid ${pid} is gone): recovering its database` })
  while (claimPidFile(places.supervisorPid, onStale)) {
    if (existsSync(places.socket)) process.exit(0)
    await wait(100)
  }
}

/** A Cassandra whose keeper was killed: its data are safe, but it holds the files and the ports. */
async function endLeftover() {
  const record = readPidFile(places.nodePid)
  if (!record) return
  if (isRunning(record))
    tell({ step: `A Cassandra was left running (pid ${record.pid}): stopping it` })
  await stopNode(places)
}

/** Boots the node, and again whenever it ends by itself. */
async function runNode() {
  while (!stopping) {
    const started = Date.now()
    try {
      const node = await bootNode(places, (step) => tell({ step }), shape)
      tell({ ready: node.contactPoint })
      await node.ended
      if (!stopping) tell({ step: 'Cassandra ended by itself: starting it again' })
    } catch (error) {
      tell({ failed: error instanceof Error ? error.message : String(error) })
      return stop()
    }
    if (Date.now() - started < QUICK_END) await wait(2000)
  }
}

function welcome(socket: Socket) {
  clearTimeout(lonely)
  holders.add(socket)
  if (latest) send(socket, latest)
  onLines(socket, (line) => {
    if (line === LEAVE) leave(socket)
  })
  socket.on('error', () => {})
  socket.on('close', () => leave(socket))
}

/** The last one's line stays open until the database has ended: that is how it knows. */
function leave(socket: Socket) {
  if (!holders.delete(socket)) return
  if (holders.size > 0) socket.end()
  else stop()
}

function tell(message: Message) {
  latest = message
  for (const socket of holders) send(socket, message)
}

/** From here on nobody gets in: the socket's file goes first, a newcomer starts the next keeper. */
async function stop() {
  if (stopping) return
  stopping = true
  server?.close()
  rmSync(places.socket, { force: true })
  await stopNode(places)
  rmSync(places.supervisorPid, { force: true })
  if (isTemporary) rmSync(dataDir, { recursive: true, force: true })
  process.exit(0)
}
