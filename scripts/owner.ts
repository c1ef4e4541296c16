import { randomBytes } from 'node:crypto'
import { syncTables } from '#db/sync.ts'
import { readUserByEmail, writeDisabled, writeEmailVerified } from '#db/users.ts'
import { createUser } from '#lib/members/createUser.ts'
import { makeOwner } from '#lib/members/roles.ts'
import { openDatabase } from './run/openDatabase.ts'

// npm run owner -- EMAIL: makes an owner of a member, or of somebody new; prints the password then.
const database = openDatabase((line) => console.error(line))
try {
  const email = process.argv[2]?.trim().toLowerCase()
  if (!email) throw new Error('Say whom: npm run owner -- you@example.org')
  await database.ready
  await syncTables()
  const known = await readUserByEmail(email)
  if (known) {
    // Whoever can run this may say whose address it is, and let them in again.
    if (!known.emailVerifiedAt) await writeEmailVerified(known.id, email, new Date())
    if (known.disabledAt) await writeDisabled(known.id, null)
    await makeOwner(known.id, new Date())
    console.log(`${email} is an owner.`)
  } else {
    const password = randomBytes(12).toString('base64url')
    await createUser({ email, password, role: 'owner', confirmed: true })
    console.log(`Owner: ${email} ${password}`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await database.release()
}
process.exit()
