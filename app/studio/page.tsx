import Link from 'next/link'
import { count, duration } from '#components/charts/numbers.ts'
import { StudioNav } from '#components/studio/StudioNav.tsx'
import { VideoRow } from '#components/studio/VideoRow.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Stat, StatRow } from '#components/ui/Stat.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { countMembers } from '#lib/members/listMembers.ts'
import { listVideos } from '#lib/videos/library.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import { secondsAt } from '#lib/videos/video.ts'
import { readRetention } from '#lib/watch/retention.ts'

export default async function StudioPage() {
  await requireOwner('/studio')
  const [videos, members] = await Promise.all([readVideos(), countMembers()])
  const seconds = videos.reduce(
    (sum, { video, watchedFrames }) => sum + secondsAt(watchedFrames, video.fps),
    0,
  )
  const plays = videos.reduce((sum, { views }) => sum + views, 0)
  return (
    <Page>
      <PageTitle title="Studio">
        <StudioNav />
        <Link prefetch={false} href="/studio/videos/new" className={buttonClass('quiet')}>
          Add a video
        </Link>
      </PageTitle>
      <StatRow>
        <Stat value={count(videos.length)} label={videos.length === 1 ? 'video' : 'videos'} />
        <Stat value={count(members)} label={members === 1 ? 'member' : 'members'} />
        <Stat value={count(plays)} label={plays === 1 ? 'play' : 'plays'} />
        <Stat {...duration(seconds)} label="watched" />
      </StatRow>
      {videos.length > 0 ? (
        <ul className="border-t border-line">
          {videos.map(({ video, views, viewers }) => (
            <li key={video.id} className="border-b border-line">
              <VideoRow video={video} poster={posterUrl(video)} plays={views} viewers={viewers} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          title="No videos yet"
          action={
            <Link prefetch={false} href="/studio/videos/new" className="link">
              Add the first
            </Link>
          }
        >
          Videos and what was watched of them will stand here.
        </EmptyState>
      )}
    </Page>
  )
}

async function readVideos() {
  const videos = await listVideos()
  return Promise.all(
    videos.map(async (video) => {
      const { views, uniqueViewers, watchedFrames } = await readRetention(video, 'all', 1)
      return { video, views, viewers: uniqueViewers ?? 0, watchedFrames }
    }),
  )
}
