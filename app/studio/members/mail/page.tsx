import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { formatAgo } from '#lib/format/dates.ts'
import { mailsNotSent } from '#lib/mail/deliver.ts'
import { isOutboxUsed } from '#lib/mail/send.ts'

export const metadata: Metadata = { title: 'Mails that did not arrive' }

const REASONS: Record<string, string> = {
  away: 'Resend did not answer',
  refused: 'Resend refused it',
  unreadable: 'The secret of the site was changed',
}

const BOUNCES: Record<string, string> = {
  bounced: 'Their mailbox refused it. Is the address right?',
  complained: 'They said it was unwanted: Resend sends them nothing more.',
  failed: 'Resend could not send it: see its dashboard.',
  suppressed: 'Resend sends nothing there, because an earlier mail came back.',
}

function triesInWords(state: string, reason: string | null, tries: number): string {
  const end = state === 'failed' ? 'Given up after' : 'To be tried again, after'
  const count = tries === 1 ? '1 try' : `${tries} tries`
  return `${REASONS[reason ?? ''] ?? 'Not sent'}. ${end} ${count}.`
}

export default async function MailPage() {
  await requireOwner('/studio/members/mail')
  const now = new Date()
  const mails = await mailsNotSent(now)
  return (
    <Page width="reading">
      <PageTitle
        title="Mails that did not arrive"
        above={<Link href="/studio/members">Members</Link>}
      />
      {mails.length === 0 ? (
        <EmptyState title="None in the last seven days">
          {isOutboxUsed()
            ? 'There is no Resend key: mails stay on this machine, in the outbox.'
            : 'Every mail went out. One that does not is tried again for half a day. Those that come back are shown where RESEND_WEBHOOK_SECRET is set.'}
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
                {bounce ? (BOUNCES[bounce] ?? 'It came back.') : triesInWords(state, reason, tries)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
