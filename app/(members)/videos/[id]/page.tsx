import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { UpNext } from '#components/library/UpNext.tsx'
import { videoHref } from '#components/library/videoHref.ts'
import type { NextVideo } from '#components/player/EndScreen.tsx'
import { requestedFrame } from '#components/player/frameLink.ts'
import { Theater } from '#components/player/Theater.tsx'
import { THEATER_COOKIE } from '#components/player/theaterCookie.ts'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { nextInOrder } from '#lib/collections/nextInOrder.ts'
import { readUpNext, type UpNextVideos } from '#lib/collections/readUpNext.ts'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import { precisionLabel } from '#lib/videos/precisionLabel.ts'
import { readWatchPage, type WatchPageProps } from './readWatchPage.ts'
import { WatchPlayer } from './WatchPlayer.tsx'

/** Each view starts a playback of its own. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(props: WatchPageProps): Promise<Metadata> {
  const { video } = await readWatchPage(props)
  return { title: video.title }
}

export default async function VideoPage(props: WatchPageProps) {
  const { member, video, lock, f, courseId } = await readWatchPage(props)
  const startsWide = (await cookies()).has(THEATER_COOKIE)
  const around = readUpNext(member, video.id, courseId, Date.now())
  return (
    <Page width="watch">
      <Theater startsWide={startsWide}>
        <div className="watch-video">
          <WatchPlayer
            memberId={member.id}
            video={video}
            lock={lock}
            startFrame={requestedFrame(f, video.frames)}
            next={async () => nextVideo(await around, video.id)}
          >
            <div className="flex flex-col gap-2">
              <PageTitle title={video.title} />
              <p className="text-xs text-mute">
                {hostFacts[video.host].name} · frames counted: {precisionLabel(video)}
              </p>
            </div>
            {video.description ? (
              <p className="max-w-reading whitespace-pre-line wrap-anywhere text-mute">
                {video.description}
              </p>
            ) : null}
          </WatchPlayer>
        </div>
        <BesideVideo around={around} videoId={video.id} />
      </Theater>
    </Page>
  )
}

type BesideProps = { around: Promise<UpNextVideos>; videoId: string }

/** Streamed in parallel to the video. */
async function BesideVideo({ around, videoId }: BesideProps) {
  const { course, items } = await around
  if (!course && items.length < 2) return null
  return <UpNext course={course} items={items} currentId={videoId} />
}

/** May be locked: it unlocks when this one is finished, which is when it is offered. */
function nextVideo({ course, items }: UpNextVideos, videoId: string): NextVideo | null {
  const next = nextInOrder(items, videoId)
  if (!next) return null
  const { id, title } = next.video
  return { id, title, poster: posterUrl(next.video), href: videoHref(id, course?.id) }
}
