import { deleteInvitation, readInvitations } from '#db/invitations.ts'

/** Takes every open invitation of an address back: its links are none of ours any more. */
export async function withdrawInvitation(email: string): Promise<void> {
  const theirs = (await readInvitations(500)).filter((invitation) => invitation.email === email)
  await Promise.all(theirs.map(({ id }) => deleteInvitation(id)))
}
