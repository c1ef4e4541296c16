import { appointOwner } from '#lib/members/appointOwner.ts'
import { onDatabase } from './run/onDatabase.ts'

// npm run owner -- EMAIL: makes an owner of a member, or of somebody new; prints the password then.
const email = process.argv[2]
if (!email) {
  console.error('Say whom: npm run owner -- you@example.org')
  process.exit(1)
}
await onDatabase(async () => {
  const password = await appointOwner(email, new Date())
  console.log(password ? `Owner: ${email} ${password}` : `${email} is an owner.`)
})
