import { headers } from 'next/headers'
import { isOutboxUsed } from '#lib/mail/send.ts'
import { addressOf } from './address.ts'
import { currentMember } from './currentMember.ts'
import { isLocalRequest } from './isLocalRequest.ts'
import { ownOrigins } from './origin.ts'

/**
 * Whether the mails in the outbox may be shown. They hold links that open accounts: on a site that
 * others can reach, and that has no Resend key yet, only an owner may see them.
 */
export async function canReadOutbox(): Promise<boolean> {
  if (!isOutboxUsed()) return false
  const sent = await headers()
  const asked = {
    host: sent.get('host'),
    address: addressOf((name) => sent.get(name)),
    forwardedFor: sent.get('x-forwarded-for'),
  }
  if (isLocalRequest(asked, ownOrigins())) return true
  return (await currentMember())?.role === 'owner'
}
