import {
  beginDeparture,
  type DepartureRow,
  deleteDeparture,
  readDepartures,
} from '#db/accountDeletions.ts'
import { deleteAuthEvents } from '#db/authEvents.ts'
import { deleteDevices } from '#db/devices.ts'
import { deleteEmailChanges, readEmailChanges } from '#db/emailChanges.ts'
import { deleteLatestTokens } from '#db/emailTokens.ts'
import { deleteSessions } from '#db/sessions.ts'
import { deleteUser, releaseEmail } from '#db/users.ts'
import { retainedMonths } from '#lib/auth/authEvents.ts'
import { log } from '#lib/log.ts'
import { removeNotesOfMember } from '#lib/notes/notes.ts'
import { removeWatching } from './removeWatching.ts'
import { withdrawInvitation } from './withdrawInvitation.ts'

/**
 * Deletes every account whose grace period is over. After a crash the next call resumes: the rows of the
 * user and of the departure are deleted last. @throws DatabaseAway
 */
export async function deleteDueAccounts(now: Date): Promise<void> {
  for (const departure of await readDepartures()) {
    if (departure.deleteAt > now && !departure.begunAt) continue
    if (!(await beginDeparture(departure, now))) continue
    await deleteAccount(departure, now)
    log().info({ userId: departure.userId }, 'an account was deleted')
  }
}

/** Watch data first: the lanes remove it and keep the counts. */
async function deleteAccount({ userId, email }: DepartureRow, now: Date): Promise<void> {
  await removeWatching(userId)
  await removeNotesOfMember(userId)
  const reserved = (await readEmailChanges(userId)).flatMap(({ fromEmail, toEmail }) => [
    fromEmail,
    toEmail,
  ])
  await Promise.all([
    deleteSessions(userId),
    deleteAuthEvents(userId, retainedMonths(now)),
    deleteDevices(userId),
    deleteLatestTokens(userId),
    withdrawInvitation(email),
  ])
  for (const address of new Set([email, ...reserved])) await releaseEmail(address, userId)
  await deleteEmailChanges(userId)
  await deleteUser(userId)
  await deleteDeparture(userId)
}
