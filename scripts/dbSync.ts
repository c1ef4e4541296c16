import { syncTables } from '#db/sync.ts'
import { openDatabase } from './run/openDatabase.ts'

// npm run db:sync: brings the tables up to db/schema.ts and says what was done and what differs.
const database = openDatabase((line) => console.error(line))
try {
  await database.ready
  const { done, differs } = await syncTables()
  for (const line of done) console.log(`Done: ${line}`)
  for (const line of differs) console.log(`Differs, left as it is: ${line}`)
  if (done.length + differs.length === 0) console.log('Everything is as it should be.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await database.release()
}
