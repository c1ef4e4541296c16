import { onDatabase } from './run/onDatabase.ts'

// npm run db:sync: brings the tables up to db/schema.ts and says what was done and what differs.
await onDatabase(({ done, differs }) => {
  for (const line of done) console.log(`Done: ${line}`)
  for (const line of differs) console.log(`Differs, left as it is: ${line}`)
  if (done.length + differs.length === 0) console.log('Everything is as it should be.')
})
