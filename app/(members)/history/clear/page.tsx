import type { Metadata } from 'next'
import { clearMyHistory } from '#app/(members)/history/actions.ts'
import { ConfirmForm } from '#components/forms/ConfirmForm.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireMember } from '#lib/auth/currentMember.ts'

export const metadata: Metadata = { title: 'Clear history' }

export default async function ClearHistoryPage() {
  await requireMember('/history/clear')
  return (
    <Page width="reading">
      <PageTitle
        title="Clear your watch history?"
        above={<Breadcrumbs trail={[{ href: '/history', name: 'History' }]} />}
      />
      <Notice
        tone="bad"
        title="Every video is removed from your history and starts from the beginning"
      >
        A video you watch again is added again. Courses you finished stay finished, and the owners
        of this site still see what was watched.
      </Notice>
      <ConfirmForm action={clearMyHistory} label="Clear history" />
    </Page>
  )
}
