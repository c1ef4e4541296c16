import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { addVideo } from '#app/studio/videos/new/actions.ts'
import { LinkForm } from '#components/studio/adding/LinkForm.tsx'
import { UploadVideo } from '#components/studio/upload/UploadVideo.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { missingTools } from '#lib/transcoding/missingTools.ts'
import { getVideo } from '#lib/videos/library.ts'

export const metadata: Metadata = { title: 'Replace a video' }

type Props = { params: Promise<{ id: string }> }

export default async function ReplaceVideoPage({ params }: Props) {
  const { id } = await params
  await requireOwner(`/studio/videos/${id}/replace`)
  const video = await getVideo(id)
  if (!video || video.archivedAt) notFound()
  const replaces = { id, title: video.title }
  return (
    <Page>
      <PageTitle
        title={`Replace “${video.title}”`}
        above={
          <Breadcrumbs
            trail={[
              { href: '/studio', name: 'Studio' },
              { href: `/studio/videos/${id}`, name: 'Video' },
            ]}
          />
        }
      />
      <Notice title="The new video starts without statistics">
        <p>
          It takes over the title, the description, the visibility, and the place in the library and
          in collections. Links to the former video lead to the new one.
        </p>
        <p className="mt-2">
          Positions, progress, statistics, notes, chapters and captions are not taken over, because
          the frames of two videos do not match. Members who had finished the former video have to
          finish the new one, also in collections that are watched in order. The former video is
          archived with its statistics and can be restored.
        </p>
      </Notice>
      <section aria-labelledby="by-link" className="flex flex-col gap-5">
        <h2 id="by-link" className="font-medium">
          From a link
        </h2>
        <LinkForm action={addVideo} replaces={replaces} />
      </section>
      <section aria-labelledby="by-file" className="flex flex-col gap-5">
        <h2 id="by-file" className="font-medium">
          Upload a file
        </h2>
        <p className="max-w-reading text-sm text-mute">
          Members see the former video until the new one is processed.
        </p>
        <UploadVideo missing={missingTools()} replaces={replaces} />
      </section>
    </Page>
  )
}
