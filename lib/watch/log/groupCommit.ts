import type { LogEntry } from '#db/watchLog.ts'
import { slotOf } from './slot.ts'

/** One request's rows; they are acknowledged together. */
export type LogGroup = {
  entries: LogEntry[]
  /** The last slot these rows may lie in: the one in which the playback's token ends. */
  lastSlot: number
}

/** `busy`: not acknowledged, to be sent again. `ended`: the token ended before an open slot. */
export type StoreOutcome = 'stored' | 'busy' | 'ended'

/** The log, as a lane's queue needs it. `now` in ms since 1970. */
export type LaneLog = {
  now(): number
  insert(slot: number, lane: number, entries: LogEntry[]): Promise<void>
  readClosedTo(lane: number): Promise<number>
  onFailure(error: unknown): void
}

/**
 * Rows a batch: with one in flight a lane, what a busy lane gets through is this times its round
 * trips. 500 rows are one mutation of some 75 kB, of at most 8 MB.
 */
const MAX_BATCH_ROWS = 500
/** Rows waiting: a fraction of a second's work. Past it a sender is told to come again. */
const MAX_WAITING_ROWS = 4000
/** Rows one process puts into one slot of a lane: a partition stays below 100,000. */
const MAX_SLOT_ROWS = 90_000
const MAX_WRITE_ATTEMPTS = 3

type Waiting = LogGroup & { settle: (outcome: StoreOutcome) => void }

/**
 * Group commit: one batch of one lane in flight; what arrives meanwhile goes out as the next one.
 * No timer: an idle lane writes at once, a busy one writes big batches.
 */
export class GroupCommit {
  readonly #lane: number
  readonly #log: LaneLog
  #waiting: Waiting[] = []
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

  /** Resolves once every row is safe, or it is sure that the sender has to come again. */
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

  /** Takes nothing more; resolves when everything taken is settled. */
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
    // In the same turn as the last look at the queue: what is added next starts anew.
    this.#working = undefined
  }

  #takeBatch(): Waiting[] {
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
  async #store(batch: Waiting[]): Promise<void> {
    let left = batch
    for (let write = 0; write < MAX_WRITE_ATTEMPTS && left.length > 0; write++) {
      const closedTo = this.#closedTo ?? (await this.#log.readClosedTo(this.#lane))
      const slot = Math.max(slotOf(this.#log.now()), closedTo + 1)
      left = settleEnded(left, slot)
      const entries = left.flatMap((group) => group.entries)
      if (entries.length === 0 || !this.#hasRoom(slot, entries.length)) break
      await this.#log.insert(slot, this.#lane, entries)
      this.#closedTo = await this.#log.readClosedTo(this.#lane)
      if (slot > this.#closedTo) {
        for (const group of left) group.settle('stored')
        return
      }
    }
    for (const group of left) group.settle('busy')
  }

  #hasRoom(slot: number, rows: number): boolean {
    if (slot !== this.#slot) this.#slotRows = 0
    this.#slot = slot
    this.#slotRows += rows
    return this.#slotRows <= MAX_SLOT_ROWS
  }
}

/** A row past its token's end could be merged twice: the viewer's row has forgotten its number. */
function settleEnded(groups: Waiting[], slot: number): Waiting[] {
  return groups.filter((group) => {
    if (slot <= group.lastSlot) return true
    group.settle('ended')
    return false
  })
}
