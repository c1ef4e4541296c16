import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { deleteVideo } from '#app/studio/videos/[id]/actions.ts'
import { ConfirmForm } from '#components/forms/ConfirmForm.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { durationParts, pluralize } from '#lib/format/numbers.ts'
import { getVideo } from '#lib/videos/library.ts'
import { secondsAt } from '#lib/videos/video.ts'
import { readTotals } from '#lib/watch/analytics/totals.ts'

export const metadata: Metadata = { title: 'Delete a video' }

type Props = { params: Promise<{ id: string }> }

export default async function DeleteVideoPage({ params }: Props) {
  const { id } = await params
  await requireOwner(`/studio/videos/${id}/delete`)
  const video = await getVideo(id)
  if (!video) notFound()
  const [all] = (await readTotals([video.id], ['all'])).get(video.id) ?? []
  const watched = durationParts(secondsAt(all?.framesPlayed ?? 0, video.fps))
  return (
    <Page width="reading">
      <PageTitle
        title={`Delete “${video.title}”?`}
        above={
          <Breadcrumbs
            trail={[
              { href: '/studio', name: 'Studio' },
              { href: `/studio/videos/${video.id}`, name: 'Video' },
            ]}
          />
        }
      />
      <Notice tone="bad" title="Its statistics will be deleted, too">
        <p>
          {pluralize(all?.views ?? 0, 'play')} by {pluralize(all?.viewers ?? 0, 'viewer')},{' '}
          {watched.value} {watched.unit} of watch time: the retention curve, the progress of each
          viewer, and its entries in their histories. Uploaded files are deleted; files on another
          host, or put into the media folder by hand, are not.
        </p>
      </Notice>
      <p className="text-sm text-mute">
        To hide the video and keep its statistics,{' '}
        <Link href={`/studio/videos/${video.id}`} className="link">
          archive it
        </Link>
        . The statistics can be{' '}
        <Link prefetch={false} href={`/studio/videos/${video.id}/analytics`} className="link">
          exported
        </Link>{' '}
        first.
      </p>
      <ConfirmForm action={deleteVideo} name="video" id={video.id} label="Delete video" />
    </Page>
  )
}
