import { accountTables } from './schema/accounts.ts'
import { authTables } from './schema/auth.ts'
import { noteTables } from './schema/notes.ts'
import { siteTables } from './schema/site.ts'
import type { Table } from './schema/table.ts'
import { videoTables } from './schema/videos.ts'
import { watchTables } from './schema/watch.ts'

/**
 * Every table of a keyspace. Tables and columns are never renamed, because `sync.ts` only adds: where
 * the code uses another name, the table's comment says so.
 */
export const tables: Table[] = [
  ...accountTables,
  ...authTables,
  ...videoTables,
  ...watchTables,
  ...noteTables,
  ...siteTables,
]
