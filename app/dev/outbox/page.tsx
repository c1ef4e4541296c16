import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { canReadOutbox } from '#lib/auth/canReadOutbox.ts'
import { readOutbox } from '#lib/mail/outbox.ts'
import { OutboxEntry } from './OutboxEntry.tsx'

export const metadata: Metadata = {
  title: 'Outbox',
  referrer: 'strict-origin',
  robots: { index: false },
}

const SHOWN = 100

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Development's mailbox: the mails that no one sends while there is no Resend key. */
export default async function OutboxPage({ searchParams }: Props) {
  if (!(await canReadOutbox())) notFound()
  const { mail: open } = await searchParams
  const mails = await readOutbox(SHOWN)
  return (
    <Page width="reading">
      <PageTitle title="Outbox" />
      <p className="text-mute">
        There is no Resend key, so mails stay on this machine and are shown here: the way to try the
        site out. With RESEND_API_KEY set they are sent, and this page is gone.
      </p>
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">Sign up, and a confirmation will lie here.</EmptyState>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {mails.map((mail) => (
            <li key={mail.id}>
              <OutboxEntry mail={mail} isOpen={mail.id === open} />
            </li>
          ))}
        </ol>
      )}
    </Page>
  )
}
