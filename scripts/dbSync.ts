import { runOnDatabase } from './run/runOnDatabase.ts'

// npm run db:sync: brings the tables up to db/schema.ts and prints what was done and what differs.
await runOnDatabase(({ done, differs }) => {
  for (const line of done) console.log(`Done: ${line}`)
  for (const line of differs) console.log(`Differs, not changed: ${line}`)
  if (done.length + differs.length === 0) console.log('The tables are up to date.')
})
