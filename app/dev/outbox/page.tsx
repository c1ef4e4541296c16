import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { canReadMailOutbox } from '#lib/auth/canReadMailOutbox.ts'
import { readOutbox } from '#lib/mail/mailOutbox.ts'
import { OutboxEntry } from './OutboxEntry.tsx'

export const metadata: Metadata = {
  title: 'Outbox',
  referrer: 'strict-origin',
  robots: { index: false },
}

const MAX_SHOWN = 100

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The development mailbox: the mails that are not sent while there is no Resend key. */
export default async function OutboxPage({ searchParams }: Props) {
  if (!(await canReadMailOutbox())) notFound()
  const { mail: open } = await searchParams
  const mails = await readOutbox(MAX_SHOWN)
  return (
    <Page width="reading">
      <PageTitle title="Outbox" />
      <p className="text-mute">
        Without a Resend key, emails are not sent but shown here, so that you can try the site. With
        RESEND_API_KEY set they are sent, and this page does not exist.
      </p>
      {mails.length === 0 ? (
        <EmptyState title="No emails yet">Sign up, and the confirmation appears here.</EmptyState>
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
