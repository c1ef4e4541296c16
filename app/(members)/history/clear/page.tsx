import type { Metadata } from 'next'
import { clearMyHistory } from '#app/(members)/history/actions.ts'
import { ConfirmForm } from '#components/forms/ConfirmForm.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireMember } from '#lib/auth/currentMember.ts'

export const metadata: Metadata = { title: 'Clear the history' }

export default async function ClearHistoryPage() {
  await requireMember('/history/clear')
  return (
    <Page width="reading">
      <PageTitle
        title="Clear the whole history?"
        above={<Breadcrumbs trail={[{ href: '/history', name: 'History' }]} />}
      />
      <Notice tone="bad" title="Every video goes from it, and begins at the start again">
        A video that you watch again comes back. What was counted stays counted: a course you
        finished stays finished, and whoever runs this site still sees what was watched.
      </Notice>
      <ConfirmForm action={clearMyHistory} label="Clear the history" />
    </Page>
  )
}
