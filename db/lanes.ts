import { isDatabaseAway, type Row, run, runLwt, runOne, runSerial } from './client.ts'

/** How far one lane's log is closed, sealed and merged, and its owner. Slots are inclusive. */
export type LaneRow = {
  lane: number
  owner: string | null
  /** Incremented by each new owner; every change is made IF it is unchanged. */
  epoch: number
  /** ms since 1970. */
  leaseUntil: number
  closedTo: number
  /** Greater than `mergedTo` while a sealed range is not merged. */
  sealedTo: number
  /** Id of the sealed range's rows in `merge_input`. */
  snapshot: string | null
  mergedTo: number
}

/** `lost`: another owner has the lane, nothing was changed. */
export type LaneChange = 'done' | 'lost'

const COLUMNS = 'lane, owner, epoch, lease_until, closed_to, planned_to, input, upto_slot'

/** Creates the lane unless it exists; everything up to `slot` counts as merged. */
export async function createLane(lane: number, slot: number): Promise<void> {
  await runLwt(
    'INSERT INTO lanes (lane, epoch, closed_to, planned_to, upto_slot) VALUES (?, 0, ?, ?, ?) ' +
      'IF NOT EXISTS',
    [lane, slot, slot, slot],
  )
}

export async function listLanes(): Promise<LaneRow[]> {
  const rows = await run(`SELECT ${COLUMNS} FROM lanes`)
  return rows.map(toLane).sort((a, b) => a.lane - b.lane)
}

/** The fence: writers read it after their rows are safe. */
export async function readClosedTo(lane: number): Promise<number> {
  const row = await runOne('SELECT closed_to FROM lanes WHERE lane = ?', [lane])
  if (!row) throw new Error(`Lane ${lane} does not exist`)
  return row.closed_to
}

export async function readLane(lane: number): Promise<LaneRow> {
  const row = await runOne(`SELECT ${COLUMNS} FROM lanes WHERE lane = ?`, [lane])
  if (!row) throw new Error(`Lane ${lane} does not exist`)
  return toLane(row)
}

/** The lane after every LWT so far: a SERIAL read completes those that are still in progress. */
export async function readLaneSerial(lane: number): Promise<LaneRow> {
  const row = await runSerial(`SELECT ${COLUMNS} FROM lanes WHERE lane = ?`, [lane])
  if (!row) throw new Error(`Lane ${lane} does not exist`)
  return toLane(row)
}

/** Makes `owner` the lane's next owner, in the epoch after `epoch`. */
export async function acquireLane(
  lane: number,
  epoch: number,
  owner: string,
  leaseUntil: number,
): Promise<LaneChange> {
  return change(
    'UPDATE lanes SET owner = ?, epoch = ?, lease_until = ? WHERE lane = ? IF epoch = ?',
    [owner, epoch + 1, new Date(leaseUntil), lane, epoch],
    lane,
    (row) => row.owner === owner && row.epoch === epoch + 1,
    epoch,
  )
}

/** Renews the lease, or ends it with an `until` in the past (ms since 1970). */
export async function setLease(lane: number, epoch: number, until: number): Promise<LaneChange> {
  return change(
    'UPDATE lanes SET lease_until = ? WHERE lane = ? IF epoch = ?',
    [new Date(until), lane, epoch],
    lane,
    (row) => row.epoch === epoch && row.leaseUntil === until,
    epoch,
  )
}

/** From now on no row written into a slot up to `closedTo` is acknowledged. */
export async function closeLane(
  lane: number,
  epoch: number,
  closedTo: number,
  leaseUntil: number,
): Promise<LaneChange> {
  return change(
    'UPDATE lanes SET closed_to = ?, lease_until = ? WHERE lane = ? IF epoch = ?',
    [closedTo, new Date(leaseUntil), lane, epoch],
    lane,
    (row) => row.epoch === epoch && row.closedTo === closedTo,
    epoch,
  )
}

/** From now on the rows up to `sealedTo` are those of `snapshot`, whatever the log returns later. */
export async function sealLane(
  lane: number,
  epoch: number,
  sealedTo: number,
  snapshot: string,
): Promise<LaneChange> {
  return change(
    'UPDATE lanes SET planned_to = ?, input = ? WHERE lane = ? IF epoch = ?',
    [sealedTo, snapshot, lane, epoch],
    lane,
    (row) => row.epoch === epoch && row.sealedTo === sealedTo && row.snapshot === snapshot,
    epoch,
  )
}

/** Everything up to `mergedTo` is merged. */
export async function advanceLane(
  lane: number,
  epoch: number,
  mergedTo: number,
  leaseUntil: number,
): Promise<LaneChange> {
  return change(
    'UPDATE lanes SET upto_slot = ?, planned_to = ?, lease_until = ? WHERE lane = ? IF epoch = ?',
    [mergedTo, mergedTo, new Date(leaseUntil), lane, epoch],
    lane,
    (row) => row.epoch === epoch && row.mergedTo === mergedTo,
    epoch,
  )
}

/**
 * An LWT whose outcome is unknown (a timeout) is not repeated: a read at SERIAL completes it or
 * ensures that it never takes effect.
 */
async function change(
  query: string,
  params: unknown[],
  lane: number,
  isDone: (row: LaneRow) => boolean,
  epoch: number,
): Promise<LaneChange> {
  try {
    return (await runLwt(query, params)).applied ? 'done' : 'lost'
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    const row = await readLaneSerial(lane)
    if (isDone(row)) return 'done'
    if (row.epoch !== epoch) return 'lost'
    throw error
  }
}

function toLane(row: Row): LaneRow {
  return {
    lane: row.lane,
    owner: row.owner,
    epoch: row.epoch,
    leaseUntil: row.lease_until?.getTime() ?? 0,
    closedTo: row.closed_to,
    sealedTo: row.planned_to,
    snapshot: row.input === null ? null : String(row.input),
    mergedTo: row.upto_slot,
  }
}
