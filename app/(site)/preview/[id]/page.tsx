import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { tracksOf } from '#components/player/tracksOf.ts'
import { PublicPlayer } from '#components/site/PublicPlayer.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SiteHeader } from '#components/ui/SiteHeader.tsx'
import { currentMember } from '#lib/auth/currentMember.ts'
import { requestOrigin } from '#lib/auth/requestOrigin.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import { linksForGuests } from '#lib/media/videoLinks.ts'
import { getVideo } from '#lib/videos/library.ts'
import { publicPoster } from '#lib/videos/mediaUrl.ts'

type Props = { params: Promise<{ id: string }> }

/** Reads a public video; shows the 404 page for any other, also to members and owners. */
const readPublic = cache(async (id: string) => {
  const video = await getVideo(id)
  const links = video && (await linksForGuests(video, new Date()))
  return video && links ? { video, links, poster: publicPoster(video) } : notFound()
})

/** The preview of links to this page. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { video, poster } = await readPublic((await params).id)
  const { title } = video
  const description = video.description.slice(0, 300) || undefined
  const origin = await requestOrigin()
  const images = poster ? [new URL(poster, origin).href] : []
  const url = `${origin}/preview/${video.id}`
  return {
    title,
    description,
    openGraph: { title, description, url, images, type: 'video.other', siteName: 'Framewise' },
    twitter: { card: poster ? 'summary_large_image' : 'summary', title, description, images },
  }
}

export default async function PreviewPage({ params }: Props) {
  const { video, links, poster } = await readPublic((await params).id)
  const member = await currentMember()
  return (
    <>
      <SiteHeader member={member} />
      <Page width="studio">
        <PublicPlayer video={video} src={links.video} poster={poster} tracks={tracksOf(links)} />
        <PageTitle title={video.title}>
          {member ? (
            <Link prefetch={false} href={`/videos/${video.id}`} className={buttonClass('primary')}>
              Watch as a member
            </Link>
          ) : (
            <Link href="/signup" className={buttonClass('primary')}>
              Sign up to save your progress
            </Link>
          )}
        </PageTitle>
        <p className="figures -mt-4 text-xs text-mute">
          {formatFrameTime(video.frames, video.fps)}
        </p>
        {video.description ? (
          <p className="max-w-reading whitespace-pre-line wrap-anywhere text-mute">
            {video.description}
          </p>
        ) : null}
        <p className="max-w-reading text-sm text-mute">
          Views of this page are not counted and progress is not saved. Members resume where they
          stopped.
        </p>
      </Page>
    </>
  )
}
