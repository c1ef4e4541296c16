import { DatabaseAway } from '#db/client.ts'
import type { LaneChange, LaneRow } from '#db/lanes.ts'
import type { Removal } from '#db/removals.ts'
import type { Curve, CurveHeader, CurveKey } from '#db/videoCurve.ts'
import type { ViewerRow } from '#db/viewerVideo.ts'
import type { LogEntry, LogRow } from '#db/watchLog.ts'
import type { ProgressRow } from '#db/watchProgress.ts'
import type { Random } from '#lib/random.ts'
import type { CurveWrite } from '#lib/watch/aggregate/mergeCurve.ts'
import type { LaneLog } from '#lib/watch/log/groupCommit.ts'
import { bucketOf } from '#lib/watch/log/sharding.ts'
import type { RollupStore } from '#lib/watch/rollup/store.ts'
import { Cells } from './cells.ts'

/** One process: it waits at a gate before each query, and may be paused or killed there. */
export type Actor = { name: string; skew: number; pausedUntil: number; isDead: boolean }

type Waiter = { actor: Actor; from: number; open: () => void }
/** A merged range, and the id of the snapshot it was merged from. */
export type MergedRange = { lane: number; from: number; to: number; snapshot: string }

/**
 * The tables in memory, with Cassandra's rules for timestamps and conditional writes, and with the
 * faults of queries to a cluster, in an order drawn from one seed.
 */
export class SimulatedCluster {
  time: number
  faultRate: number
  readonly log = new Map<string, Map<string, LogRow>>()
  readonly lanes = new Map<number, LaneRow>()
  readonly snapshots = new Map<string, Map<number, Buffer>>()
  /** Their rows stay in `snapshots`, for the comparison with the oracle. */
  readonly #deletedSnapshots = new Set<string>()
  readonly viewerRows = new Cells()
  readonly curveHeaders = new Cells()
  readonly curveChunks = new Cells()
  readonly shelves = new Cells()
  readonly removals = new Map<string, Removal>()
  readonly history: MergedRange[] = []
  readonly #random: Random
  #waiting: Waiter[] = []
  #late: (() => void)[] = []

  constructor(random: Random, time: number, lanes: number, slot: number, faultRate: number) {
    this.#random = random
    this.time = time
    this.faultRate = faultRate
    for (let lane = 0; lane < lanes; lane++)
      this.lanes.set(lane, {
        lane,
        owner: null,
        epoch: 0,
        leaseUntil: 0,
        closedTo: slot,
        sealedTo: slot,
        snapshot: null,
        mergedTo: slot,
      })
  }

  now(actor: Actor): number {
    return this.time + actor.skew
  }

  /** Waits for `ms`, and until the schedule opens this actor's gate. A dead actor's never opens. */
  gate(actor: Actor, ms = 0): Promise<void> {
    const from = this.time + ms
    return new Promise((open) => this.#waiting.push({ actor, from, open }))
  }

  /** Lets one query of an actor that is not paused happen. @returns false when none waits. */
  openOneGate(): boolean {
    this.#waiting = this.#waiting.filter(({ actor }) => !actor.isDead)
    const ready = this.#waiting.filter(
      ({ actor, from }) => Math.max(actor.pausedUntil, from) <= this.time,
    )
    const next = this.#random.pick(ready)
    if (!next) return false
    this.#waiting.splice(this.#waiting.indexOf(next), 1)
    next.open()
    return true
  }

  /** Applies one of the writes that timed out. */
  applyOneLate(): void {
    const at = this.#random.below(this.#late.length)
    this.#late.splice(at, 1)[0]?.()
  }

  applyAllLate(): void {
    while (this.#late.length > 0) this.applyOneLate()
  }

  async #read<T>(actor: Actor, read: () => T): Promise<T> {
    await this.gate(actor)
    if (this.#random.chance(this.faultRate)) throw new DatabaseAway('simulated')
    return structuredCloneKeepingBuffers(read())
  }

  /** A plain write: it succeeds, or fails and is nevertheless applied, applied later, or not applied. */
  async #write(actor: Actor, apply: () => void): Promise<void> {
    await this.gate(actor)
    if (!this.#random.chance(this.faultRate)) {
      apply()
      return
    }
    const fate = this.#random.below(4)
    if (fate === 0) apply()
    if (fate === 1) this.#late.push(apply)
    if (fate === 2) {
      apply()
      actor.isDead = true
      await this.gate(actor)
    }
    throw new DatabaseAway('simulated')
  }

  /** A conditional write: a failed one is resolved by a SERIAL read, which may fail as well. */
  async #change(
    actor: Actor,
    lane: number,
    epoch: number,
    change: Partial<LaneRow>,
  ): Promise<LaneChange> {
    await this.gate(actor)
    const fault = this.#random.chance(this.faultRate)
    const isApplied = !fault || this.#random.chance(0.5)
    const row = this.#lane(lane)
    if (isApplied && row.epoch === epoch) {
      if (change.mergedTo !== undefined) this.#noteMerged(row, change.mergedTo)
      this.lanes.set(lane, { ...row, ...change })
    }
    if (fault && !(isApplied && this.#random.chance(0.5))) throw new DatabaseAway('simulated')
    return row.epoch === epoch ? 'done' : 'lost'
  }

  #noteMerged(row: LaneRow, to: number) {
    if (row.sealedTo <= row.mergedTo) return
    if (!row.snapshot || to !== row.sealedTo) throw new Error('advanced past the sealed range')
    this.history.push({ lane: row.lane, from: row.mergedTo + 1, to, snapshot: row.snapshot })
  }

  #lane(lane: number): LaneRow {
    const row = this.lanes.get(lane)
    if (!row) throw new Error('no such lane')
    return row
  }

  #slot(slot: number, lane: number): Map<string, LogRow> {
    const key = `${slot}/${lane}`
    let rows = this.log.get(key)
    if (!rows) {
      rows = new Map()
      this.log.set(key, rows)
    }
    return rows
  }

  /** The log, as one writing process accesses it. */
  laneLog(actor: Actor): LaneLog {
    return {
      now: () => this.now(actor),
      insert: (slot: number, lane: number, entries: LogEntry[]) =>
        this.#write(actor, () => {
          for (const entry of entries) {
            const key = [entry.videoId, entry.viewerId, entry.playbackId, entry.seq].join('/')
            this.#slot(slot, lane).set(key, { ...entry, slot })
          }
        }),
      readClosedTo: (lane) => this.#read(actor, () => this.#lane(lane).closedTo),
      onFailure: () => {},
    }
  }

  /** The tables, as one merging process accesses them. */
  store(actor: Actor): RollupStore {
    return {
      peekLane: (lane) => this.#read(actor, () => this.#lane(lane)),
      readLane: (lane) => this.#read(actor, () => this.#lane(lane)),
      acquireLane: (lane, epoch, owner, leaseUntil) =>
        this.#change(actor, lane, epoch, { owner, epoch: epoch + 1, leaseUntil }),
      setLease: (lane, epoch, leaseUntil) => this.#change(actor, lane, epoch, { leaseUntil }),
      closeLane: (lane, epoch, closedTo, leaseUntil) =>
        this.#change(actor, lane, epoch, { closedTo, leaseUntil }),
      sealLane: (lane, epoch, sealedTo, snapshot) =>
        this.#change(actor, lane, epoch, { sealedTo, snapshot }),
      advanceLane: (lane, epoch, mergedTo, leaseUntil) =>
        this.#change(actor, lane, epoch, { mergedTo, sealedTo: mergedTo, leaseUntil }),
      findWrittenSlots: (lane, slots) =>
        this.#read(actor, () => slots.filter((slot) => this.#slot(slot, lane).size > 0)),
      readLogSlot: (slot, lane) => this.#read(actor, () => [...this.#slot(slot, lane).values()]),
      insertSnapshotPart: (id, part, rows) =>
        this.#write(actor, () => {
          const parts = this.snapshots.get(id) ?? new Map<number, Buffer>()
          this.snapshots.set(id, parts.set(part, rows))
        }),
      readSnapshotParts: async (id) => {
        const parts: Buffer[] = []
        // Read page by page: a delete may come after the first pages.
        for (const part of this.snapshots.get(id)?.values() ?? [])
          parts.push(
            ...(await this.#read(actor, () => (this.#deletedSnapshots.has(id) ? [] : [part]))),
          )
        return parts
      },
      deleteSnapshot: (id) => this.#write(actor, () => void this.#deletedSnapshots.add(id)),
      readViewerRows: (videoId, _, viewerIds) =>
        this.#read(actor, () =>
          viewerIds
            .map((id) => this.viewerRows.read(`${videoId}/${id}`) as ViewerRow | undefined)
            .filter((row) => row !== undefined),
        ),
      writeViewerRows: (videoId, _, rows, timestamp) =>
        this.#write(actor, () => {
          for (const row of rows)
            this.viewerRows.write(`${videoId}/${row.viewerId}`, row, timestamp)
        }),
      readCurveChunks: ({ videoId, period, lane }, chunks) =>
        this.#read(actor, () => this.readCurve(`${videoId}/${period}/${lane}`, chunks)),
      writeCurve: ({ videoId, period, lane }, header, chunks, timestamp) =>
        this.#write(actor, () =>
          this.#writeCurve(`${videoId}/${period}/${lane}`, { header, chunks }, timestamp),
        ),
      writeProgressRows: (userId, rows, timestamp) =>
        this.#write(actor, () => {
          for (const row of rows) this.shelves.write(`${row.videoId}/${userId}`, row, timestamp)
        }),
      ...this.#removalStore(actor),
    }
  }

  #removalStore(actor: Actor) {
    return {
      readRemovals: () => this.#read(actor, () => [...this.removals.values()]),
      markRemovalDone: ({ id }: Removal, lane: number) =>
        this.#write(actor, () => {
          const removal = this.removals.get(id)
          if (removal) this.removals.set(id, { ...removal, lanes: [...removal.lanes, lane] })
        }),
      finishRemoval: (removal: Removal) =>
        this.#write(actor, () => {
          this.removals.set(removal.id, { ...removal, isFinished: true })
        }),
      listViewerIds: (videoId: string, bucket: number) =>
        this.#read(actor, () =>
          this.viewerRows
            .keys()
            .filter(isIn(videoId, bucket))
            .map((key) => key.slice(videoId.length + 1)),
        ),
      deleteViewerRow: (videoId: string, _: number, viewerId: string, timestamp: bigint) =>
        this.#write(actor, () => this.viewerRows.delete(is(`${videoId}/${viewerId}`), timestamp)),
      deleteViewerRows: (videoId: string, bucket: number, timestamp: bigint) =>
        this.#write(actor, () => this.viewerRows.delete(isIn(videoId, bucket), timestamp)),
      replaceCurve: (
        { videoId, period, lane }: CurveKey,
        curve: CurveWrite | null,
        timestamp: bigint,
      ) =>
        this.#write(actor, () => {
          const key = `${videoId}/${period}/${lane}`
          this.curveHeaders.delete(is(key), timestamp - 1n)
          this.curveChunks.delete((chunk) => chunk.startsWith(`${key}/`), timestamp - 1n)
          if (curve) this.#writeCurve(key, curve, timestamp)
        }),
      readProgressRows: (userId: string) =>
        this.#read(actor, () =>
          this.shelves
            .keys()
            .filter((key) => key.endsWith(`/${userId}`))
            .map((key) => ({ ...(this.shelves.read(key) as ProgressRow), clearedAt: 0 })),
        ),
      deleteProgressRow: (userId: string, videoId: string, timestamp: bigint) =>
        this.#write(actor, () => this.shelves.delete(is(`${videoId}/${userId}`), timestamp)),
      deleteProgressRows: (userId: string, timestamp: bigint) =>
        this.#write(actor, () =>
          this.shelves.delete((key) => key.endsWith(`/${userId}`), timestamp),
        ),
      readVideoLog: (slot: number, lane: number, videoId: string) =>
        this.#read(actor, () =>
          [...this.#slot(slot, lane).values()].filter((row) => row.videoId === videoId),
        ),
    }
  }

  #writeCurve(key: string, { header, chunks }: CurveWrite, timestamp: bigint) {
    this.curveHeaders.write(key, header, timestamp)
    for (const chunk of chunks) this.curveChunks.write(`${key}/${chunk.chunk}`, chunk, timestamp)
  }

  readCurve(key: string, chunks: number[]): Curve {
    return {
      header: this.curveHeaders.read(key) as CurveHeader | undefined,
      chunks: chunks
        .map((chunk) => this.curveChunks.read(`${key}/${chunk}`) as Curve['chunks'][0] | undefined)
        .filter((chunk) => chunk !== undefined),
    }
  }

  readShelf(key: string): ProgressRow | undefined {
    return this.shelves.read(key) as ProgressRow | undefined
  }
}

const is = (key: string) => (other: string) => other === key

/** Keys `VIDEO/VIEWER` of one partition of viewers' rows. */
const isIn = (videoId: string, bucket: number) => (key: string) =>
  key.startsWith(`${videoId}/`) && bucketOf(key.slice(videoId.length + 1)) === bucket

/** A read returns a copy, never the tables' own objects. Blobs are shared: they are never changed. */
function structuredCloneKeepingBuffers<T>(value: T): T {
  if (Array.isArray(value)) return value.map(structuredCloneKeepingBuffers) as T
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value
  const copied = Object.entries(value).map(([k, v]) => [k, structuredCloneKeepingBuffers(v)])
  return Object.fromEntries(copied) as T
}
