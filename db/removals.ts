import { type Row, run, runAll, runLwt } from './client.ts'

/** What is to go for good: one video with its rows, or all that one member has watched. */
export type Removal = {
  kind: 'video' | 'member'
  id: string
  /** Rows of the log in later slots are never counted; the others are, before it all goes. */
  slot: number
  /** The first slot from which on there can be rows of it. */
  since: number
  /** The lanes that are through with it. */
  lanes: number[]
  isFinished: boolean
}

/** Asks for a removal; a worker does it. One that was asked for before stays as it is. */
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

/** Those asked for, and those done as long as beacons of them may still lie somewhere. */
export async function readRemovals(): Promise<Removal[]> {
  const rows = await runAll(
    'SELECT kind, id, slot, since, lanes, finished_at FROM removals WHERE kind IN ?',
    [['video', 'member']],
  )
  // One that is marked after its time was over has nothing but the mark.
  return rows.filter((row) => row.slot !== null).map(toRemoval)
}

/** This lane has nothing of it any more. */
export async function markRemovalDone({ kind, id }: Removal, lane: number): Promise<void> {
  await run('UPDATE removals SET lanes = lanes + ? WHERE kind = ? AND id = ?', [[lane], kind, id])
}

/** All of it is gone. @param ttl seconds for which its beacons are still to be refused. */
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
