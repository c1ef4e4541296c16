import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonForm } from '#components/forms/ButtonForm.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { currentSession, requireLogin } from '#lib/auth/currentMember.ts'
import { listLiveSessions } from '#lib/auth/session.ts'
import { endOtherSessions, endSession } from './actions.ts'

export const metadata: Metadata = { title: 'Devices and sessions' }

const when = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})

export default async function SessionsPage() {
  const member = await requireLogin('/account/sessions')
  const here = (await currentSession())?.session.id
  const sessions = await listLiveSessions(member.id, new Date())
  return (
    <Page width="reading">
      <PageTitle title="Devices and sessions" above={<Link href="/account">Your account</Link>} />
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center justify-between gap-4 py-4">
            <div>
              <p className="font-medium">{session.device}</p>
              <p className="text-sm text-mute">
                {session.id === here ? 'This device. ' : ''}
                Last used {when.format(session.lastSeenAt)} UTC
              </p>
            </div>
            {session.id === here ? null : (
              <ButtonForm action={endSession} label="End session" about={session.device}>
                <input type="hidden" name="session" value={session.id} />
              </ButtonForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ButtonForm action={endOtherSessions} label="End all other sessions" />
      ) : null}
    </Page>
  )
}
