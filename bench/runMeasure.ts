import { closeDatabase } from '#db/client.ts'
import { dropKeyspace } from '#db/dropKeyspace.ts'
import { syncTables } from '#db/sync.ts'
import { env } from '#lib/env.ts'
import { measures } from './measures.ts'

/*
 * node bench/runMeasure.ts NAME: runs one measure in a process and a keyspace of its own, and sends
 * its Result to the parent process. `npm run bench` sets the environment.
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
