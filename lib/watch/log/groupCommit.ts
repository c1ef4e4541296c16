import type { LogEntry } from '#db/watchLog.ts'
import { slotOf } from './slot.ts'

/** The rows of one request; they are acknowledged together. */
export type LogGroup = {
  entries: LogEntry[]
  /** The last slot these rows may be written to: the one in which the playback's token ends. */
  lastSlot: number
}

/** `busy`: not acknowledged, send it again. `ended`: the token ends before the first open slot. */
export type StoreOutcome = 'stored' | 'busy' | 'ended'

/** What a queue needs of the log. `now` in ms since 1970. */
export type LaneLog = {
  now(): number
  insert(slot: number, lane: number, entries: LogEntry[]): Promise<void>
  readClosedTo(lane: number): Promise<number>
  onFailure(error: unknown): void
}

/**
 * With one batch in flight, the throughput of a busy lane is this divided by the round-trip time.
 * 500 rows are one mutation of about 75 kB; Cassandra allows 8 MB.
 */
const MAX_BATCH_ROWS = 500
/** Queue depth: a fraction of a second's work. Beyond it requests are answered with 503. */
const MAX_WAITING_ROWS = 4000
/** Of one process, in one slot of a lane: keeps a partition below 100,000 rows. */
const MAX_SLOT_ROWS = 90_000
const MAX_WRITE_ATTEMPTS = 3

type WaitingGroup = LogGroup & { settle: (outcome: StoreOutcome) => void }

/**
 * Group commit, as databases do it for their log (DeWitt et al., "Implementation techniques for main
 * memory database systems", 1984): one batch in flight per lane; the rows that arrive meanwhile are
 * the next batch. There is no timer: an idle lane writes at once, a busy one writes large batches.
 */
export class GroupCommit {
  readonly #lane: number
  readonly #log: LaneLog
  #waiting: WaitingGroup[] = []
  #waitingRows = 0
  #closedTo: number | undefined
  #working: Promise<void> | undefined
  #isStopped = false
  #slot = 0
  #slotRows = 0

  constructor(lane: number, log: LaneLog) {
    this.#lane = lane
    this.#log = log
  }

  /** Resolves once every row is safe, or it is certain that the client has to send them again. */
  add(group: LogGroup): Promise<StoreOutcome> {
    if (this.#isStopped || this.#waitingRows + group.entries.length > MAX_WAITING_ROWS)
      return Promise.resolve('busy')
    const settled = new Promise<StoreOutcome>((settle) => {
      this.#waiting.push({ ...group, settle })
    })
    this.#waitingRows += group.entries.length
    this.#working ??= this.#work()
    return settled
  }

  /** Accepts nothing more; resolves when every accepted group is settled. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#working
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch()
      try {
        await this.#store(batch)
      } catch (error) {
        this.#log.onFailure(error)
        for (const group of batch) group.settle('busy')
      }
    }
    // Synchronously after the last check of the queue: the next `add` starts a new loop.
    this.#working = undefined
  }

  #takeBatch(): WaitingGroup[] {
    let rows = 0
    let groups = 0
    for (const { entries } of this.#waiting) {
      if (groups > 0 && rows + entries.length > MAX_BATCH_ROWS) break
      rows += entries.length
      groups++
    }
    this.#waitingRows -= rows
    return this.#waiting.splice(0, groups)
  }

  /**
   * The fence: rows count as safe only when their slot was still open AFTER they were written. The
   * merger closes a slot before it reads it, so no clock is trusted, ours or another machine's.
   */
  async #store(batch: WaitingGroup[]): Promise<void> {
    let unsettled = batch
    for (let write = 0; write < MAX_WRITE_ATTEMPTS && unsettled.length > 0; write++) {
      const closedTo = this.#closedTo ?? (await this.#log.readClosedTo(this.#lane))
      const slot = Math.max(slotOf(this.#log.now()), closedTo + 1)
      unsettled = settleEnded(unsettled, slot)
      const entries = unsettled.flatMap((group) => group.entries)
      if (entries.length === 0 || !this.#hasRoom(slot, entries.length)) break
      await this.#log.insert(slot, this.#lane, entries)
      this.#closedTo = await this.#log.readClosedTo(this.#lane)
      if (slot > this.#closedTo) {
        for (const group of unsettled) group.settle('stored')
        return
      }
    }
    for (const group of unsettled) group.settle('busy')
  }

  #hasRoom(slot: number, rows: number): boolean {
    if (slot !== this.#slot) this.#slotRows = 0
    this.#slot = slot
    this.#slotRows += rows
    return this.#slotRows <= MAX_SLOT_ROWS
  }
}

/** A row after its token's end could be merged twice: the viewer's row has dropped its number. */
function settleEnded(groups: WaitingGroup[], slot: number): WaitingGroup[] {
  return groups.filter((group) => {
    if (slot <= group.lastSlot) return true
    group.settle('ended')
    return false
  })
}
