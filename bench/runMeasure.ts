import { closeDatabase } from '#db/client.ts'
import { dropKeyspace } from '#db/dropKeyspace.ts'
import { syncTables } from '#db/sync.ts'
import { env } from '#lib/env.ts'
import { measures } from './measures.ts'

/*
 * node bench/runMeasure.ts NAME: one measure in a process and a keyspace of its own; sends its
 * Result to the parent process. The environment is `npm run bench`'s.
 */
const [name = ''] = process.argv.slice(2)
const measure = measures[name]
if (!measure) throw new Error(`There is no measure ${name}`)
await syncTables()
try {
  const result = await measure((line) => console.log(`  ${line}`))
  process.send?.(result)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await closeDatabase()
  await dropKeyspace(env().CASSANDRA_KEYSPACE)
}
process.exit()
