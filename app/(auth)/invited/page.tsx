import type { Metadata } from 'next'
import { readInvite } from '#lib/members/acceptInvite.ts'
import { acceptInvitation } from './actions.ts'
import { InvitedForm } from './InvitedForm.tsx'
import { INVITE_MESSAGES } from './messages.ts'

export const metadata: Metadata = { title: 'You are invited' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Opening the page does not consume the token: mail programs open links too. */
export default async function InvitedPage({ searchParams }: Props) {
  const { token = '' } = await searchParams
  const read = await readInvite(String(token), new Date())
  return (
    <InvitedForm
      acceptInvitation={acceptInvitation}
      token={String(token)}
      email={read.ok ? read.invitation.email : null}
      problem={read.ok ? undefined : INVITE_MESSAGES[read.reason]}
    />
  )
}
