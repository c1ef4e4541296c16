import { type Row, run, runAll, runLwt } from './client.ts'

/** What is to be deleted for good: one video with its rows, or all that one member has watched. */
export type Removal = {
  kind: 'video' | 'member'
  id: string
  /** Rows in later slots are never counted; the others are counted before all is deleted. */
  slot: number
  /** The first slot that can have rows of it. */
  since: number
  /** The lanes that have done it. */
  lanes: number[]
  isFinished: boolean
}

/** Requests a removal; a worker does it. Does nothing when it was requested before. */
export async function insertRemoval({
  kind,
  id,
  slot,
  since,
}: Pick<Removal, 'kind' | 'id' | 'slot' | 'since'>): Promise<void> {
  await runLwt('INSERT INTO removals (kind, id, slot, since) VALUES (?, ?, ?, ?) IF NOT EXISTS', [
    kind,
    id,
    slot,
    since,
  ])
}

/** Those requested, and those done as long as beacons of them may still arrive. */
export async function readRemovals(): Promise<Removal[]> {
  const rows = await runAll(
    'SELECT kind, id, slot, since, lanes, finished_at FROM removals WHERE kind IN ?',
    [['video', 'member']],
  )
  // One that is marked as done after it had expired has no other columns.
  return rows.filter((row) => row.slot !== null).map(toRemoval)
}

/** Marks that this lane has deleted all it had of it. */
export async function markRemovalDone({ kind, id }: Removal, lane: number): Promise<void> {
  await run('UPDATE removals SET lanes = lanes + ? WHERE kind = ? AND id = ?', [[lane], kind, id])
}

/** Marks that all of it is deleted. @param ttl seconds for which its beacons are still refused. */
export async function markRemovalFinished(removal: Removal, at: Date, ttl: number): Promise<void> {
  const { kind, id, slot, since, lanes } = removal
  await run(
    'INSERT INTO removals (kind, id, slot, since, lanes, finished_at) VALUES (?, ?, ?, ?, ?, ?) ' +
      'USING TTL ?',
    [kind, id, slot, since, lanes, at, ttl],
  )
}

function toRemoval(row: Row): Removal {
  return {
    kind: row.kind,
    id: String(row.id),
    slot: row.slot,
    since: row.since,
    lanes: row.lanes ?? [],
    isFinished: row.finished_at !== null,
  }
}
