import { deleteInvitation, readInvitations } from '#db/invitations.ts'

/** Deletes every open invitation of an address, which voids its links. */
export async function withdrawInvitation(email: string): Promise<void> {
  const invitations = (await readInvitations(500)).filter(
    (invitation) => invitation.email === email,
  )
  await Promise.all(invitations.map(({ id }) => deleteInvitation(id)))
}
