import { claimEmail, readEmailClaim } from '#db/users.ts'

const MAX_ATTEMPTS = 5

/**
 * Claims an address. A conditional write that times out may have been carried out or not; a SERIAL
 * read settles it: the address is mine, another's, or still free, and then it is tried again.
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
