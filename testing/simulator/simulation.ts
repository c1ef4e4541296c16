import { expect } from 'vitest'
import { isDatabaseAway } from '#db/client.ts'
import type { ViewerRow } from '#db/viewerVideo.ts'
import type { LogEntry } from '#db/watchLog.ts'
import { type Random, seededRandom } from '#lib/random.ts'
import { dayName } from '#lib/utcDay.ts'
import { addChunk, CHUNK_FRAMES } from '#lib/watch/aggregate/curveChunk.ts'
import { decodeViewerRow } from '#lib/watch/aggregate/viewerState.ts'
import { GroupCommit } from '#lib/watch/log/groupCommit.ts'
import { encodePlayed } from '#lib/watch/log/logCodec.ts'
import { laneOf } from '#lib/watch/log/sharding.ts'
import { dayNumber, slotOf } from '#lib/watch/log/slot.ts'
import type { HeldLane, LaneWorker } from '#lib/watch/rollup/heldLane.ts'
import { operateOnLane, stepLane } from '#lib/watch/rollup/laneLease.ts'
import { rebuildInLane } from '#lib/watch/rollup/repair/rebuildInLane.ts'
import { decodeSnapshot } from '#lib/watch/rollup/snapshotCodec.ts'
import { Oracle } from '#testing/oracle.ts'
import { type Actor, SimulatedCluster } from './simulatedCluster.ts'

export const LANES = 2
/** As `removeWatching` has it. */
const CLOCK_SLOTS = 7
/** Just past the first chunk, so that some segments lie in two. */
const FRAMES = CHUNK_FRAMES + 24
export const MIDNIGHT = Date.UTC(2031, 4, 18)

const uuid = (kind: number, n: number) =>
  `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`
export const videos = [uuid(1, 1), uuid(1, 2), uuid(1, 3)]
export const viewers = [1, 2, 3, 4, 5].map((n) => uuid(2, n))

type Sealed = {
  entry: LogEntry
  lastSlot: number
  isAcknowledged: boolean
  hasEnded: boolean
  mustCount?: boolean
}
type Playback = { id: string; videoId: string; viewerId: string; start: number; seq: number }

export type Setting = {
  seed: number
  /** How often a query fails in one way or another. */
  faultRate: number
  /** ms since 1970. */
  start?: number
  tokenMs?: number
  /** The turn from which on something is removed now and then: there has to be something. */
  removeFrom?: number
  /** How often, of all turns, the curves of a video are made anew. */
  rebuildRate?: number
}

/** Viewers, processes that store and processes that merge, in an order drawn from one seed. */
export class Simulation {
  readonly random: Random
  readonly cluster: SimulatedCluster
  readonly #workers: Actor[] = []
  readonly #writers: { actor: Actor; queues: GroupCommit[] }[] = []
  readonly #playbacks: Playback[] = []
  readonly sent: Sealed[] = []
  readonly #setting: Required<Setting>
  #made = 0

  constructor(setting: Setting) {
    const { seed, faultRate } = setting
    this.random = seededRandom(seed)
    const start = setting.start ?? MIDNIGHT - this.random.below(120_000)
    this.#setting = { start, tokenMs: 90_000, removeFrom: Infinity, rebuildRate: 0, ...setting }
    this.cluster = new SimulatedCluster(this.random, start, LANES, slotOf(start) - 1, faultRate)
  }

  async run(turns: number): Promise<void> {
    this.#startWriter()
    this.#startWorker()
    for (let turn = 0; turn < turns; turn++) {
      if (turn >= this.#setting.removeFrom && this.random.chance(0.05)) this.#removeSomething()
      await this.#turn()
      await new Promise(setImmediate)
    }
    await this.#settle()
  }

  async #turn(): Promise<void> {
    const { random, cluster } = this
    if (random.chance(this.#setting.rebuildRate)) void this.rebuild(random.pick(videos) ?? '')
    const what = random.next()
    if (what < 0.7) cluster.openOneGate()
    else if (what < 0.78) cluster.time += random.below(9000)
    else if (what < 0.9) this.#send(this.#seal())
    else if (what < 0.94) this.#send(random.pick(this.sent))
    else if (what < 0.96) this.#sleepSomeone()
    else if (what < 0.97) this.#startWorker()
    else if (what < 0.98) this.#killSomeone()
    else if (what < 0.985) this.#startWriter()
    else cluster.surfaceOne()
  }

  /** At most one video and two members, who go on sending as if nobody had told them. */
  #removeSomething() {
    const { random, cluster } = this
    const kind = random.chance(0.5) ? 'video' : 'member'
    const known = [...cluster.removals.values()].filter((removal) => removal.kind === kind)
    const id = random.pick(kind === 'video' ? videos : viewers) ?? ''
    if (cluster.removals.has(id) || known.length >= (kind === 'video' ? 1 : 2)) return
    const closedTo = cluster.lanes.get(laneOf(id, LANES))?.closedTo ?? 0
    const counted = Math.max(slotOf(cluster.time) + CLOCK_SLOTS, closedTo + 1)
    const slot = kind === 'video' ? 0 : counted
    const since = slotOf(this.#setting.start)
    cluster.removals.set(id, { kind, id, slot, since, lanes: [], isFinished: false })
    for (const beacon of this.sent)
      if (kind === 'member' && beacon.entry.viewerId === id)
        beacon.mustCount = beacon.isAcknowledged
  }

  /** As the command does it: a fast clock may take the lane from it, then it begins anew. */
  async rebuild(videoId: string): Promise<void> {
    const actor = this.#actor('rebuilder')
    const now = () => this.cluster.now(actor)
    const store = this.cluster.store(actor)
    // The day before the one it was added on is looked through too: make that the first.
    const video = { id: videoId, addedAt: this.#setting.start + 86_400_000 }
    for (let lane = 0, tries = 0; lane < LANES && tries < 20; tries++) {
      const worker = {
        owner: `${actor.name}/${tries}`,
        now,
        store,
        concurrency: 2,
        laneCount: LANES,
      }
      const operate = (held: HeldLane) => rebuildInLane(held, video, now())
      const done = await operateOnLane(lane, worker, operate).catch((error: unknown) => {
        if (!isDatabaseAway(error)) throw error
      })
      if (done !== 'lost') lane++
    }
  }

  /** No more faults: everyone wakes up, what was late surfaces, senders get through, all is merged. */
  async #settle(): Promise<void> {
    const { cluster } = this
    cluster.faultRate = 0
    await this.drain(60)
    this.#startWriter()
    for (let round = 0; round < 5; round++) {
      for (const beacon of this.sent) if (!beacon.isAcknowledged) this.#send(beacon)
      await this.drain(15)
    }
    cluster.surfaceAll()
    this.#startWorker()
    await this.drain(120)
  }

  async drain(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      this.cluster.time += 1000
      while (this.cluster.openOneGate()) await new Promise(setImmediate)
    }
  }

  #actor(kind: string): Actor {
    const skew = this.random.pick([0, 0, -60_000, 60_000, 3000, -3000]) ?? 0
    return { name: `${kind}${this.#made++}`, skew, wakesAt: 0, isDead: false }
  }

  #startWriter() {
    const actor = this.#actor('writer')
    const log = this.cluster.laneLog(actor)
    const queues = Array.from({ length: LANES }, (_, lane) => new GroupCommit(lane, log))
    this.#writers.push({ actor, queues })
  }

  #startWorker() {
    if (this.#workers.filter(({ isDead }) => !isDead).length >= 3) return
    const actor = this.#actor('worker')
    this.#workers.push(actor)
    const store = this.cluster.store(actor)
    const concurrency = 1 + this.random.below(3)
    const now = () => this.cluster.now(actor)
    const worker = { owner: actor.name, now, store, concurrency, laneCount: LANES }
    for (let lane = 0; lane < LANES; lane++) void this.#work(lane, worker, actor)
  }

  async #work(lane: number, worker: LaneWorker, actor: Actor): Promise<void> {
    while (!actor.isDead) {
      const did = await stepLane(lane, worker).then(
        (step) => step.did,
        (error: unknown) => {
          if (!isDatabaseAway(error)) throw error
        },
      )
      await this.cluster.gate(actor, did === 'merged' ? 0 : 1000)
    }
  }

  #sleepSomeone() {
    const actor = this.random.pick([...this.#workers, ...this.#writers.map(({ actor }) => actor)])
    if (actor) actor.wakesAt = this.cluster.time + this.random.below(90_000)
  }

  #killSomeone() {
    const worker = this.random.pick(this.#workers)
    if (worker) worker.isDead = true
    this.#startWorker()
  }

  #seal(): Sealed {
    const { random, cluster } = this
    const playback = this.#playback()
    const segments = Array.from({ length: random.below(4) }, () => {
      const start = random.chance(0.3) ? CHUNK_FRAMES - 12 + random.below(30) : random.below(30)
      const long = random.chance(0.05) ? FRAMES : 1 + random.below(20)
      const rate = random.pick([0.5, 1, 1.5, 2]) ?? 1
      return { start, end: Math.min(FRAMES, start + long), rate, visible: true }
    }).filter(({ start, end }) => start < end)
    const lastSlot = slotOf(playback.start + this.#setting.tokenMs - 1)
    const sealed = {
      entry: {
        videoId: playback.videoId,
        viewerId: playback.viewerId,
        playbackId: playback.id,
        seq: playback.seq++,
        at: cluster.time,
        position: random.below(FRAMES),
        ended: random.chance(0.1),
        segments: encodePlayed({ lastSlot, frames: FRAMES, segments }),
      },
      lastSlot,
      isAcknowledged: false,
      hasEnded: false,
    }
    this.sent.push(sealed)
    return sealed
  }

  #playback(): Playback {
    const live = this.#playbacks.filter(
      ({ start }) => this.cluster.time - start < this.#setting.tokenMs,
    )
    const known = this.random.chance(0.7) ? this.random.pick(live) : undefined
    if (known) return known
    const playback = {
      id: uuid(3, this.#playbacks.length),
      videoId: this.random.pick(videos) ?? '',
      viewerId: this.random.pick(viewers) ?? '',
      start: this.cluster.time,
      seq: 0,
    }
    this.#playbacks.push(playback)
    return playback
  }

  /** Through any process, again and again, acknowledged before or not. */
  #send(beacon: Sealed | undefined) {
    if (!beacon) return
    const writer = this.random.pick(this.#writers.filter(({ actor }) => !actor.isDead))
    const queue = writer?.queues[laneOf(beacon.entry.viewerId, LANES)]
    void queue?.add({ entries: [beacon.entry], lastSlot: beacon.lastSlot }).then((outcome) => {
      if (outcome === 'stored') beacon.isAcknowledged = true
      if (outcome === 'ended') beacon.hasEnded = true
    })
  }
}

export function replay({ cluster }: Simulation): Oracle {
  const oracle = new Oracle(FRAMES)
  const inOrder = [...cluster.history].sort((a, b) => a.from - b.from)
  for (const { from, to, snapshot } of inOrder) {
    expect(dayNumber(from), 'a range lies within one day').toBe(dayNumber(to))
    const parts = [...(cluster.snapshots.get(snapshot)?.values() ?? [])]
    oracle.addRange(decodeSnapshot(parts), dayName(dayNumber(to)))
  }
  return oracle
}

export function expectNothingLost({ sent, cluster }: Simulation, oracle: Oracle) {
  const { removals } = cluster
  for (const { entry, isAcknowledged, hasEnded, mustCount } of sent) {
    const { videoId, viewerId, playbackId, seq } = entry
    const id = [videoId, viewerId, playbackId, seq].join('/')
    if (removals.has(videoId)) continue
    if (removals.has(viewerId) ? mustCount : isAcknowledged)
      expect(oracle.counted, `${id} was acknowledged`).toContain(id)
    else if (!isAcknowledged)
      expect(hasEnded, 'what is not acknowledged has a token that ended').toBe(true)
  }
}

export function expectCurves(
  { cluster }: Simulation,
  oracle: Oracle,
  videoId: string,
  period: string,
) {
  const truth = oracle.curve(videoId, period)
  const sum = { views: 0, uniqueViewers: 0, completions: 0, framesPlayed: 0 }
  const plays = new Float64Array(FRAMES)
  const different = new Float64Array(FRAMES)
  for (let lane = 0; lane < LANES; lane++) {
    const { header, chunks } = cluster.readCurve(`${videoId}/${period}/${lane}`, [0, 1])
    sum.views += header?.views ?? 0
    sum.uniqueViewers += header?.viewers ?? 0
    sum.completions += header?.completions ?? 0
    sum.framesPlayed += header?.framesPlayed ?? 0
    for (const chunk of chunks) {
      addChunk(chunk.plays, plays, chunk.chunk * CHUNK_FRAMES)
      addChunk(chunk.viewers, different, chunk.chunk * CHUNK_FRAMES)
    }
  }
  expect([...plays], `plays, ${period}`).toEqual(truth.plays)
  expect([...different], `viewers, ${period}`).toEqual(truth.viewers)
  const { views, uniqueViewers, completions } = truth
  const framesPlayed = truth.plays.reduce((total, count) => total + count, 0)
  expect(sum).toEqual({ views, uniqueViewers, completions, framesPlayed })
}

export function expectViewers({ cluster }: Simulation, oracle: Oracle) {
  const left = [...oracle.viewers].filter(([key]) => !key.split('/').some(isGone(cluster)))
  expect(new Set(cluster.viewerRows.keys())).toEqual(new Set(left.map(([key]) => key)))
  expect(new Set(cluster.shelves.keys())).toEqual(new Set(left.map(([key]) => key)))
  for (const [key, truth] of left) {
    const row = cluster.viewerRows.read(key) as ViewerRow
    const state = decodeViewerRow(row)
    const counts = new Array<number>(FRAMES).fill(0)
    for (const [start, end, count] of state.runs) counts.fill(count, start, end)
    expect(counts).toEqual(truth.counts)
    expect(state.covered).toBe(counts.filter((count) => count > 0).length)
    expect(state.plays).toBe(truth.playbacks.size)
    expect(state.completedAt !== null).toBe(truth.isComplete)
    expect(state.position).toBe(truth.last?.position)
    const { position, covered, completedAt, lastAt } = row
    expect(cluster.readShelf(key)).toMatchObject({ position, covered, completedAt, lastAt })
  }
}

const isGone = (cluster: SimulatedCluster) => (id: string) => cluster.removals.has(id)

/** Curves, viewers' rows and shelves are what the oracle says, and nothing acknowledged is lost. */
export function expectTruth(simulation: Simulation) {
  const oracle = replay(simulation)
  expectNothingLost(simulation, oracle)
  expectViewers(simulation, oracle)
  for (const videoId of videos.filter((id) => !simulation.cluster.removals.has(id)))
    for (const period of ['all', '2031-05-17', '2031-05-18'])
      expectCurves(simulation, oracle, videoId, period)
}
