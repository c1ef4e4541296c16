import { headers } from 'next/headers'
import { isOutboxUsed } from '#lib/mail/send.ts'
import { addressOf } from './address.ts'
import { currentMember } from './currentMember.ts'
import { isLocalRequest } from './isLocalRequest.ts'
import { ownOrigins } from './origin.ts'

/**
 * Whether the mails in the outbox may be shown. They contain links that open accounts: on a site that
 * other machines can reach and that has no Resend key yet, only an owner may see them.
 */
export async function canReadMailOutbox(): Promise<boolean> {
  if (!isOutboxUsed()) return false
  const requestHeaders = await headers()
  const request = {
    host: requestHeaders.get('host'),
    address: addressOf((name) => requestHeaders.get(name)),
    forwardedFor: requestHeaders.get('x-forwarded-for'),
  }
  if (isLocalRequest(request, ownOrigins())) return true
  return (await currentMember())?.role === 'owner'
}
