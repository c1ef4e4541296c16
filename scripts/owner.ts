import { syncTables } from '#db/sync.ts'
import { appointOwner } from '#lib/members/appointOwner.ts'
import { openDatabase } from './run/openDatabase.ts'

// npm run owner -- EMAIL: makes an owner of a member, or of somebody new; prints the password then.
const database = openDatabase((line) => console.error(line))
try {
  const email = process.argv[2]
  if (!email) throw new Error('Say whom: npm run owner -- you@example.org')
  await database.ready
  await syncTables()
  const password = await appointOwner(email, new Date())
  console.log(password ? `Owner: ${email} ${password}` : `${email} is an owner.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await database.release()
}
process.exit()
