import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { clockAt } from '#components/charts/clock.ts'
import { count } from '#components/charts/numbers.ts'
import { EditVideoForm } from '#components/studio/EditVideoForm.tsx'
import { dateOf } from '#components/ui/ago.ts'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Crumbs } from '#components/ui/Crumbs.tsx'
import { Facts } from '#components/ui/Facts.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Poster } from '#components/ui/Poster.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { hostFacts } from '#lib/videos/hosts.ts'
import { getVideo } from '#lib/videos/library.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import { precisionWords } from '#lib/videos/precisionWords.ts'
import type { FrameRate, Video } from '#lib/videos/video.ts'
import { editVideo } from './actions.ts'
import { FilmTexts } from './FilmTexts.tsx'

export const metadata: Metadata = { title: 'Video' }

type Props = { params: Promise<{ id: string }> }

export default async function StudioVideoPage({ params }: Props) {
  const { id } = await params
  await requireOwner(`/studio/videos/${id}`)
  const video = await getVideo(id)
  if (!video) notFound()
  return (
    <Page>
      <PageTitle
        title={video.title}
        above={<Crumbs trail={[{ href: '/studio', name: 'Studio' }]} />}
      >
        <Link prefetch={false} href={`/videos/${video.id}`} className={buttonClass('quiet')}>
          Watch
        </Link>
        <Link href={`/studio/videos/${video.id}/analytics`} className={buttonClass('primary')}>
          Analytics
        </Link>
      </PageTitle>
      <div className="grid grid-cols-1 gap-8 md:grid-cols-2">
        <div className="overflow-hidden rounded-picture">
          <Poster src={posterUrl(video)} seed={video.id} />
        </div>
        <div className="flex flex-col gap-6">
          <EditVideoForm
            action={editVideo}
            video={{
              id: video.id,
              title: video.title,
              description: video.description,
              isDraft: video.visibility === 'draft',
            }}
          />
        </div>
      </div>
      <FilmTexts video={video} />
      <Facts facts={factsOf(video)} />
      <p className="text-sm">
        <Link prefetch={false} href={`/studio/videos/${video.id}/delete`} className="link">
          Delete this video
        </Link>
      </p>
    </Page>
  )
}

function factsOf(video: Video): [name: string, value: string][] {
  return [
    ['Length', `${clockAt(video.frames, video.fps, 2)}, ${count(video.frames)} frames`],
    ['Frame rate', rateOf(video.fps)],
    ['Counted', precisionWords(video)],
    ['From', `${hostFacts[video.host].name}, ${video.hostId}`],
    ['Shown to', shownTo[video.visibility]],
    ['Added', dateOf(video.addedAt)],
  ]
}

const shownTo: Record<Video['visibility'], string> = {
  draft: 'nobody yet, it is a draft',
  members: 'members',
  public: 'everyone',
}

const rateOf = ({ num, den }: FrameRate) =>
  den === 1 ? `${num} frames a second` : `${num}/${den} frames a second`
