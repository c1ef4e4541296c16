import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonForm } from '#components/forms/ButtonForm.tsx'
import { EditVideoForm } from '#components/studio/EditVideoForm.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { DescriptionList } from '#components/ui/DescriptionList.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Poster } from '#components/ui/Poster.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { formatDate } from '#lib/format/dates.ts'
import { formatCount } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import { getVideo } from '#lib/videos/library.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import { precisionLabel } from '#lib/videos/precisionLabel.ts'
import type { FrameRate, Video } from '#lib/videos/video.ts'
import { isPublic } from '#lib/videos/visibility.ts'
import { archiveVideo, editVideo, restoreVideo } from './actions.ts'
import { CaptionsAndChapters } from './CaptionsAndChapters.tsx'
import { Versions } from './Versions.tsx'

export const metadata: Metadata = { title: 'Video' }

type Props = { params: Promise<{ id: string }> }

export default async function StudioVideoPage({ params }: Props) {
  const { id } = await params
  await requireOwner(`/studio/videos/${id}`)
  const video = await getVideo(id)
  if (!video) notFound()
  const { title, description, visibility } = video
  return (
    <Page>
      <PageTitle
        title={title}
        above={<Breadcrumbs trail={[{ href: '/studio', name: 'Studio' }]} />}
      >
        {video.archivedAt ? null : (
          <Link prefetch={false} href={`/videos/${id}`} className={buttonClass('quiet')}>
            Watch
          </Link>
        )}
        {isPublic(video) ? (
          <Link prefetch={false} href={`/preview/${id}`} className={buttonClass('quiet')}>
            Preview as guest
          </Link>
        ) : null}
        <Link href={`/studio/videos/${video.id}/analytics`} className={buttonClass('primary')}>
          Analytics
        </Link>
      </PageTitle>
      <Versions video={video} />
      <div className="grid grid-cols-1 gap-8 md:grid-cols-2">
        <div className="overflow-hidden rounded-picture">
          <Poster src={posterUrl(video)} seed={video.id} />
        </div>
        <div className="flex flex-col gap-6">
          <EditVideoForm action={editVideo} video={{ id, title, description, visibility }} />
        </div>
      </div>
      <CaptionsAndChapters video={video} />
      <DescriptionList facts={factsOf(video)} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 text-sm">
        {video.archivedAt ? null : (
          <Link prefetch={false} href={`/studio/videos/${id}/replace`} className="link">
            Replace video
          </Link>
        )}
        <ButtonForm
          action={video.archivedAt ? restoreVideo : archiveVideo}
          label={video.archivedAt ? 'Restore' : 'Archive'}
        >
          <input type="hidden" name="video" value={id} />
        </ButtonForm>
        {video.archivedAt ? null : (
          <span className="text-mute">
            Archiving hides the video from members and keeps its statistics.
          </span>
        )}
        <Link prefetch={false} href={`/studio/videos/${id}/delete`} className="link">
          Delete video
        </Link>
      </div>
    </Page>
  )
}

function factsOf(video: Video): [name: string, value: string][] {
  return [
    [
      'Length',
      `${formatFrameTime(video.frames, video.fps, 2)}, ${formatCount(video.frames)} frames`,
    ],
    ['Frame rate', rateOf(video.fps)],
    ['Precision', precisionLabel(video)],
    ['Source', `${hostFacts[video.host].name}, ${video.hostId}`],
    ['Visibility', visibilities[video.visibility]],
    ['Added', formatDate(video.addedAt)],
  ]
}

const visibilities: Record<Video['visibility'], string> = {
  draft: 'Draft',
  members: 'Members',
  public: 'Public',
}

const rateOf = ({ num, den }: FrameRate) =>
  den === 1 ? `${num} frames per second` : `${num}/${den} frames per second`
