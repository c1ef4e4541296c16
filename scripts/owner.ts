import { appointOwner } from '#lib/members/appointOwner.ts'
import { runOnDatabase } from './run/runOnDatabase.ts'

// npm run owner -- EMAIL: makes a member an owner, or creates an owner and prints the password.
const email = process.argv[2]
if (!email) {
  console.error('Usage: npm run owner -- you@example.org')
  process.exit(1)
}
await runOnDatabase(async () => {
  const password = await appointOwner(email, new Date())
  console.log(password ? `Owner: ${email} ${password}` : `${email} is an owner.`)
})
