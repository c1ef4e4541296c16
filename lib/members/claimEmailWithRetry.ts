import { claimEmail, readEmailClaim } from '#db/users.ts'

const MAX_ATTEMPTS = 5

/**
 * Claims an address. After a conditional write that timed out its outcome is unknown; a SERIAL read
 * settles it: the address is claimed by this user, by another, or still free, and the claim is retried.
 */
export async function claimEmailWithRetry(email: string, userId: string): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      const holder = tries > 1 ? await readEmailClaim(email) : null
      return holder ? holder === userId : await claimEmail(email, userId)
    } catch (error) {
      if (tries === MAX_ATTEMPTS) throw error
    }
  }
}
