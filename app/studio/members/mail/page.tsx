import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { formatAgo } from '#lib/format/dates.ts'
import { undeliveredMails } from '#lib/mail/delivery.ts'
import { isOutboxUsed } from '#lib/mail/send.ts'

export const metadata: Metadata = { title: 'Undelivered emails' }

const REASONS: Record<string, string> = {
  away: 'Resend did not answer',
  refused: 'Resend refused it',
  unreadable: 'The secret of this site was changed',
}

const BOUNCES: Record<string, string> = {
  bounced: 'The recipient’s mail server rejected it. Check the address.',
  complained: 'The recipient marked it as spam. Resend sends no more emails to this address.',
  failed: 'Resend could not send it. See the Resend dashboard.',
  suppressed: 'Resend did not send it, because an earlier email to this address bounced.',
}

function describeAttempts(state: string, reason: string | null, tries: number): string {
  const end = state === 'failed' ? 'Gave up after' : 'Will be retried, after'
  const count = tries === 1 ? '1 attempt' : `${tries} attempts`
  return `${REASONS[reason ?? ''] ?? 'Not sent'}. ${end} ${count}.`
}

export default async function MailPage() {
  await requireOwner('/studio/members/mail')
  const now = new Date()
  const mails = await undeliveredMails(now)
  return (
    <Page width="reading">
      <PageTitle title="Undelivered emails" above={<Link href="/studio/members">Members</Link>} />
      {mails.length === 0 ? (
        <EmptyState title="None in the last 7 days">
          {isOutboxUsed()
            ? 'There is no Resend key: emails are stored on this server, in the outbox.'
            : 'Every email was sent. An email that cannot be sent is retried for half a day. Bounces are shown if RESEND_WEBHOOK_SECRET is set.'}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {mails.map(({ id, at, recipient, subject, state, reason, tries, bounce }) => (
            <li key={id} className="flex flex-col gap-1 py-3">
              <p className="font-medium">{subject}</p>
              <p className="wrap-anywhere text-mute">
                To {recipient}, {formatAgo(at, now)}
              </p>
              <p className={state === 'failed' || bounce ? 'text-bad-text' : 'text-mute'}>
                {bounce
                  ? (BOUNCES[bounce] ?? 'It bounced.')
                  : describeAttempts(state, reason, tries)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
