import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isDatabaseAway } from '#db/client.ts'
import type { ViewerRow } from '#db/viewerVideo.ts'
import type { LogEntry } from '#db/watchLog.ts'
import { addChunk, CHUNK_FRAMES } from './curveChunk.ts'
import { decodeInput } from './inputCodec.ts'
import { laneOf } from './lane.ts'
import { LaneQueue } from './laneQueue.ts'
import { encodePlayed } from './playedCodec.ts'
import { type Random, seededRandom } from './random.ts'
import { stepLane, type Worker } from './rollup.ts'
import { dayName, dayNumber, slotOf } from './slot.ts'
import { Oracle } from './testing/oracle.ts'
import { type Actor, SimulatedCluster } from './testing/simulatedCluster.ts'
import { openViewerRow } from './viewerState.ts'

const LANES = 2
/** Just past the first chunk, so that some segments lie in two. */
const FRAMES = CHUNK_FRAMES + 24
const MIDNIGHT = Date.UTC(2031, 4, 18)
const TOKEN_MS = 90_000

const uuid = (kind: number, n: number) =>
  `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`
const videos = [uuid(1, 1), uuid(1, 2)]
const viewers = [1, 2, 3, 4, 5].map((n) => uuid(2, n))

type Sealed = { entry: LogEntry; lastSlot: number; isAcknowledged: boolean; hasEnded: boolean }
type Playback = { id: string; videoId: string; viewerId: string; start: number; seq: number }

class Simulation {
  readonly random: Random
  readonly cluster: SimulatedCluster
  readonly #workers: Actor[] = []
  readonly #writers: { actor: Actor; queues: LaneQueue[] }[] = []
  readonly #playbacks: Playback[] = []
  readonly sent: Sealed[] = []
  #made = 0

  constructor(seed: number, faultRate: number) {
    this.random = seededRandom(seed)
    const start = MIDNIGHT - this.random.below(120_000)
    this.cluster = new SimulatedCluster(this.random, start, LANES, slotOf(start) - 1, faultRate)
  }

  async run(turns: number): Promise<void> {
    this.#startWriter()
    this.#startWorker()
    for (let turn = 0; turn < turns; turn++) {
      await this.#turn()
      await new Promise(setImmediate)
    }
    await this.#settle()
  }

  async #turn(): Promise<void> {
    const { random, cluster } = this
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

  /** No more faults: everyone wakes up, what was late surfaces, senders get through, all is merged. */
  async #settle(): Promise<void> {
    const { cluster } = this
    cluster.faultRate = 0
    await this.#drain(60)
    this.#startWriter()
    for (let round = 0; round < 5; round++) {
      for (const beacon of this.sent) if (!beacon.isAcknowledged) this.#send(beacon)
      await this.#drain(15)
    }
    cluster.surfaceAll()
    this.#startWorker()
    await this.#drain(120)
  }

  async #drain(seconds: number): Promise<void> {
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
    const queues = Array.from({ length: LANES }, (_, lane) => new LaneQueue(lane, log))
    this.#writers.push({ actor, queues })
  }

  #startWorker() {
    if (this.#workers.filter(({ isDead }) => !isDead).length >= 3) return
    const actor = this.#actor('worker')
    this.#workers.push(actor)
    const store = this.cluster.store(actor)
    const width = 1 + this.random.below(3)
    const worker = { owner: actor.name, now: () => this.cluster.now(actor), store, width }
    for (let lane = 0; lane < LANES; lane++) void this.#work(lane, worker, actor)
  }

  async #work(lane: number, worker: Worker, actor: Actor): Promise<void> {
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
    const lastSlot = slotOf(playback.start + TOKEN_MS - 1)
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
    const live = this.#playbacks.filter(({ start }) => this.cluster.time - start < TOKEN_MS)
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

function replay({ cluster }: Simulation): Oracle {
  const oracle = new Oracle(FRAMES)
  const inOrder = [...cluster.history].sort((a, b) => a.from - b.from)
  for (const { from, to, input } of inOrder) {
    expect(dayNumber(from), 'a range lies within one day').toBe(dayNumber(to))
    const parts = [...(cluster.inputs.get(input)?.values() ?? [])]
    oracle.addRange(decodeInput(parts), dayName(dayNumber(to)))
  }
  return oracle
}

function expectNothingLost({ sent }: Simulation, oracle: Oracle) {
  for (const { entry, isAcknowledged, hasEnded } of sent) {
    const id = [entry.videoId, entry.viewerId, entry.playbackId, entry.seq].join('/')
    if (isAcknowledged) expect(oracle.counted, `${id} was acknowledged`).toContain(id)
    else expect(hasEnded, 'what is not acknowledged has a token that ended').toBe(true)
  }
}

function expectCurves({ cluster }: Simulation, oracle: Oracle, videoId: string, period: string) {
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
  expect([...plays]).toEqual(truth.plays)
  expect([...different]).toEqual(truth.viewers)
  const { views, uniqueViewers, completions } = truth
  const framesPlayed = truth.plays.reduce((total, count) => total + count, 0)
  expect(sum).toEqual({ views, uniqueViewers, completions, framesPlayed })
}

function expectViewers({ cluster }: Simulation, oracle: Oracle) {
  expect(new Set(cluster.viewerRows.keys())).toEqual(new Set(oracle.viewers.keys()))
  for (const [key, truth] of oracle.viewers) {
    const row = cluster.viewerRows.read(key) as ViewerRow
    const state = openViewerRow(row)
    const counts = new Array<number>(FRAMES).fill(0)
    for (const [start, end, count] of state.runs) counts.fill(count, start, end)
    expect(counts).toEqual(truth.counts)
    expect(state.covered).toBe(counts.filter((count) => count > 0).length)
    expect(state.plays).toBe(truth.plays.size)
    expect(state.completedAt !== null).toBe(truth.isComplete)
    expect(state.position).toBe(truth.last?.position)
    const { position, covered, completedAt, lastAt } = row
    expect(cluster.readShelf(key)).toMatchObject({ position, covered, completedAt, lastAt })
  }
}

async function expectTruthAfter(seed: number, turns: number, faultRate: number) {
  const simulation = new Simulation(seed, faultRate)
  await simulation.run(turns)
  const oracle = replay(simulation)
  expectNothingLost(simulation, oracle)
  expectViewers(simulation, oracle)
  for (const videoId of videos)
    for (const period of ['all', '2031-05-17', '2031-05-18'])
      expectCurves(simulation, oracle, videoId, period)
}

const SIMULATIONS = Number(process.env.SIMULATIONS ?? 60)

it('counts every acknowledged frame once when nothing goes wrong', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), (seed) => expectTruthAfter(seed, 400, 0)),
    { numRuns: Math.ceil(SIMULATIONS / 6) },
  )
})

it('counts every acknowledged frame once through crashes, sleepers, several workers, late writes ' +
  'and clocks a minute apart', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), (seed) => expectTruthAfter(seed, 900, 0.03)),
    { numRuns: SIMULATIONS },
  )
})
