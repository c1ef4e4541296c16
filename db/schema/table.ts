/** One table, as data: `sync.ts` creates it, and the tests compare the database with it. */
export type Table = {
  name: string
  /** Column name -> CQL type, in the order they are created. */
  columns: Record<string, string>
  partition: string[]
  clustering?: string[]
  /** The clustering columns that are sorted in descending order. */
  descending?: string[]
  /** The `WITH` clause without the clustering order. */
  options?: string
}

export const DAY_SECONDS = 86_400

/** For tables whose rows are updated or deleted. */
export const UPDATED = "compaction = {'class': 'UnifiedCompactionStrategy'}"

/**
 * For tables whose rows all have a TTL and are never updated: whole files expire at once.
 * @param ttl seconds
 */
export const timeWindowed = (windowHours: number, ttl: number) =>
  `compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', ` +
  `'compaction_window_size': ${windowHours}} AND ${expiring(ttl)}`

/** @param ttl seconds after which a row that was written without a TTL is gone */
export const expiring = (ttl: number) => `default_time_to_live = ${ttl}`
