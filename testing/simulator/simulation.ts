import { isDatabaseAway } from '#db/client.ts'
import type { LogEntry } from '#db/watchLog.ts'
import { type Random, seededRandom } from '#lib/random.ts'
import { CHUNK_FRAMES } from '#lib/watch/aggregate/curveChunk.ts'
import { GroupCommit } from '#lib/watch/log/groupCommit.ts'
import { encodePlayed } from '#lib/watch/log/logCodec.ts'
import { laneOf } from '#lib/watch/log/sharding.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import type { HeldLane, LaneWorker } from '#lib/watch/rollup/heldLane.ts'
import { operateOnLane, stepLane } from '#lib/watch/rollup/laneLease.ts'
import { rebuildInLane } from '#lib/watch/rollup/repair/rebuildInLane.ts'
import { type Actor, SimulatedCluster } from './simulatedCluster.ts'

export const LANES = 2
/** The same as in `removeWatching`. */
const CLOCK_SLOTS = 7
/** A little more than one chunk, so that some segments span two. */
export const FRAMES = CHUNK_FRAMES + 24
export const MIDNIGHT = Date.UTC(2031, 4, 18)

const uuid = (kind: number, n: number) =>
  `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`
export const videos = [uuid(1, 1), uuid(1, 2), uuid(1, 3)]
export const viewers = [1, 2, 3, 4, 5].map((n) => uuid(2, n))

type SealedBeacon = {
  entry: LogEntry
  lastSlot: number
  isAcknowledged: boolean
  /** Refused because its token had ended. */
  hasEnded: boolean
  /** Of a removed member: whether it was acknowledged before the removal. */
  mustCount?: boolean
}
type Playback = { id: string; videoId: string; viewerId: string; start: number; seq: number }

export type SimulationOptions = {
  seed: number
  /** Probability that a query fails, in one way or another. */
  faultRate: number
  /** ms since 1970. */
  start?: number
  tokenMs?: number
  /** The first turn in which videos and members may be removed. */
  removeFrom?: number
  /** Probability, each turn, that the curves of a video are rebuilt. */
  rebuildRate?: number
}

/** Viewers, writing processes and merging processes, interleaved in an order drawn from one seed. */
export class Simulation {
  readonly random: Random
  readonly cluster: SimulatedCluster
  readonly #workers: Actor[] = []
  readonly #writers: { actor: Actor; queues: GroupCommit[] }[] = []
  readonly #playbacks: Playback[] = []
  readonly sent: SealedBeacon[] = []
  readonly #options: Required<SimulationOptions>
  #made = 0

  constructor(options: SimulationOptions) {
    const { seed, faultRate } = options
    this.random = seededRandom(seed)
    const start = options.start ?? MIDNIGHT - this.random.below(120_000)
    this.#options = { start, tokenMs: 90_000, removeFrom: Infinity, rebuildRate: 0, ...options }
    this.cluster = new SimulatedCluster(this.random, start, LANES, slotOf(start) - 1, faultRate)
  }

  async run(turns: number): Promise<void> {
    this.#startWriter()
    this.#startWorker()
    for (let turn = 0; turn < turns; turn++) {
      if (turn >= this.#options.removeFrom && this.random.chance(0.05)) this.#removeSomething()
      await this.#turn()
      await new Promise(setImmediate)
    }
    await this.#settle()
  }

  async #turn(): Promise<void> {
    const { random, cluster } = this
    if (random.chance(this.#options.rebuildRate)) void this.rebuild(random.pick(videos) ?? '')
    const draw = random.next()
    if (draw < 0.7) cluster.openOneGate()
    else if (draw < 0.78) cluster.time += random.below(9000)
    else if (draw < 0.9) this.#send(this.#seal())
    else if (draw < 0.94) this.#send(random.pick(this.sent))
    else if (draw < 0.96) this.#pauseActor()
    else if (draw < 0.97) this.#startWorker()
    else if (draw < 0.98) this.#killWorker()
    else if (draw < 0.985) this.#startWriter()
    else cluster.applyOneLate()
  }

  /** Removes at most one video and two members; their players do not know and keep sending. */
  #removeSomething() {
    const { random, cluster } = this
    const kind = random.chance(0.5) ? 'video' : 'member'
    const earlier = [...cluster.removals.values()].filter((removal) => removal.kind === kind)
    const id = random.pick(kind === 'video' ? videos : viewers) ?? ''
    if (cluster.removals.has(id) || earlier.length >= (kind === 'video' ? 1 : 2)) return
    const closedTo = cluster.lanes.get(laneOf(id, LANES))?.closedTo ?? 0
    const counted = Math.max(slotOf(cluster.time) + CLOCK_SLOTS, closedTo + 1)
    const slot = kind === 'video' ? 0 : counted
    const since = slotOf(this.#options.start)
    cluster.removals.set(id, { kind, id, slot, since, lanes: [], isFinished: false })
    for (const beacon of this.sent)
      if (kind === 'member' && beacon.entry.viewerId === id)
        beacon.mustCount = beacon.isAcknowledged
  }

  /** As `npm run rollup:rebuild` does: if a worker with a fast clock takes the lane, it starts over. */
  async rebuild(videoId: string): Promise<void> {
    const actor = this.#actor('rebuilder')
    const now = () => this.cluster.now(actor)
    const store = this.cluster.store(actor)
    // A rebuild scans from the day before the video was added: that is then the first day.
    const video = { id: videoId, addedAt: this.#options.start + 86_400_000 }
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

  /** Without faults: paused actors continue, late writes take effect, beacons are resent, all is merged. */
  async #settle(): Promise<void> {
    const { cluster } = this
    cluster.faultRate = 0
    await this.drain(60)
    this.#startWriter()
    for (let round = 0; round < 5; round++) {
      for (const beacon of this.sent) if (!beacon.isAcknowledged) this.#send(beacon)
      await this.drain(15)
    }
    cluster.applyAllLate()
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
    return { name: `${kind}${this.#made++}`, skew, pausedUntil: 0, isDead: false }
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

  #pauseActor() {
    const actor = this.random.pick([...this.#workers, ...this.#writers.map(({ actor }) => actor)])
    if (actor) actor.pausedUntil = this.cluster.time + this.random.below(90_000)
  }

  #killWorker() {
    const worker = this.random.pick(this.#workers)
    if (worker) worker.isDead = true
    this.#startWorker()
  }

  #seal(): SealedBeacon {
    const { random, cluster } = this
    const playback = this.#playback()
    const segments = Array.from({ length: random.below(4) }, () => {
      const start = random.chance(0.3) ? CHUNK_FRAMES - 12 + random.below(30) : random.below(30)
      const long = random.chance(0.05) ? FRAMES : 1 + random.below(20)
      const rate = random.pick([0.5, 1, 1.5, 2]) ?? 1
      return { start, end: Math.min(FRAMES, start + long), rate, visible: true }
    }).filter(({ start, end }) => start < end)
    const lastSlot = slotOf(playback.start + this.#options.tokenMs - 1)
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
      ({ start }) => this.cluster.time - start < this.#options.tokenMs,
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

  /** Through any writer; a beacon may be sent again, acknowledged before or not. */
  #send(beacon: SealedBeacon | undefined) {
    if (!beacon) return
    const writer = this.random.pick(this.#writers.filter(({ actor }) => !actor.isDead))
    const queue = writer?.queues[laneOf(beacon.entry.viewerId, LANES)]
    void queue?.add({ entries: [beacon.entry], lastSlot: beacon.lastSlot }).then((outcome) => {
      if (outcome === 'stored') beacon.isAcknowledged = true
      if (outcome === 'ended') beacon.hasEnded = true
    })
  }
}
