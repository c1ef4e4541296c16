import { isOutboxUsed } from '#lib/mail/send.ts'
import { currentMember } from './currentMember.ts'
import { ownOrigins } from './origin.ts'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether the mails in the outbox may be shown. They hold links that open accounts: on a site that
 * the world can reach, and that has no Resend key yet, only an owner may see them.
 */
export async function mayReadOutbox(): Promise<boolean> {
  if (!isOutboxUsed()) return false
  if (ownOrigins().every((origin) => LOCAL.has(new URL(origin).hostname))) return true
  return (await currentMember())?.role === 'owner'
}
