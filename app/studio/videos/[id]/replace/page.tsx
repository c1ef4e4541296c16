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
        title={`Replace the video of “${video.title}”`}
        above={
          <Breadcrumbs
            trail={[
              { href: '/studio', name: 'Studio' },
              { href: `/studio/videos/${id}`, name: 'Video' },
            ]}
          />
        }
      />
      <Notice title="The new video begins with nothing counted">
        <p>
          It takes the title, the description, who may watch it, the place in the library and in
          collections; links to the former video lead to it.
        </p>
        <p className="mt-2">
          Everybody’s place and progress begin anew, and so do the curve, notes, chapters and
          captions: frames of two videos are not the same frames. Whoever had finished it has to
          finish the new one, in collections that are watched one after the other, too. The former
          video is archived, with all that was counted of it; it can be brought back.
        </p>
      </Notice>
      <section aria-labelledby="by-link" className="flex flex-col gap-5">
        <h2 id="by-link" className="font-medium">
          By a link
        </h2>
        <LinkForm action={addVideo} replaces={replaces} />
      </section>
      <section aria-labelledby="by-file" className="flex flex-col gap-5">
        <h2 id="by-file" className="font-medium">
          By a file of your own
        </h2>
        <p className="max-w-reading text-sm text-mute">
          The former video is shown until the new one is made.
        </p>
        <UploadVideo missing={missingTools()} replaces={replaces} />
      </section>
    </Page>
  )
}
