import type { Metadata } from 'next'
import { LinkForm } from '#components/studio/adding/LinkForm.tsx'
import { UploadVideo } from '#components/studio/upload/UploadVideo.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { missingTools } from '#lib/transcoding/missingTools.ts'
import { addVideo } from './actions.ts'

export const metadata: Metadata = { title: 'Add a video' }

export default async function NewVideoPage() {
  await requireOwner('/studio/videos/new')
  return (
    <Page>
      <PageTitle
        title="Add a video"
        above={<Breadcrumbs trail={[{ href: '/studio', name: 'Studio' }]} />}
      />
      <section aria-labelledby="by-link" className="flex flex-col gap-5">
        <h2 id="by-link" className="font-medium">
          From a link
        </h2>
        <LinkForm action={addVideo} />
      </section>
      <section aria-labelledby="by-file" className="flex flex-col gap-5">
        <h2 id="by-file" className="font-medium">
          Upload a file
        </h2>
        <UploadVideo missing={missingTools()} />
      </section>
    </Page>
  )
}
