import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CursorProvider } from '#components/charts/CursorProvider.tsx'
import { wholeVideo } from '#components/charts/frameView.ts'
import { RetentionChart } from '#components/charts/RetentionChart.tsx'
import { toRunLengths } from '#components/charts/runLengths.ts'
import { seriesOf } from '#components/charts/seriesOf.ts'
import { Playbacks } from '#components/studio/Playbacks.tsx'
import { RunsTable } from '#components/studio/RunsTable.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Stat, StatRow } from '#components/ui/Stat.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { clockAt } from '#lib/format/clock.ts'
import { formatDate } from '#lib/format/dates.ts'
import { count, percent } from '#lib/format/numbers.ts'
import { namesOf } from '#lib/members/listMembers.ts'
import { isUuid } from '#lib/uuid.ts'
import { getVideo } from '#lib/videos/library.ts'
import { readViewer } from '#lib/watch/analytics/viewer.ts'
import { listPlaybacks, readPlaybackRuns } from '#lib/watch/analytics/viewerPlaybacks.ts'

export const metadata: Metadata = { title: 'Viewer' }

type Props = {
  params: Promise<{ id: string; viewerId: string }>
  searchParams: Promise<{ playback?: string | string[] }>
}

export default async function ViewerPage({ params, searchParams }: Props) {
  const { id, viewerId } = await params
  await requireOwner(`/studio/videos/${id}/viewers/${viewerId}`)
  const video = await getVideo(id)
  if (!video || !isUuid(viewerId)) notFound()
  const [viewer, names, playbacks] = await Promise.all([
    readViewer(video, viewerId),
    namesOf([viewerId]),
    listPlaybacks(video, viewerId),
  ])
  const name = names.get(viewerId)
  if (!viewer) notFound()
  const { runs, covered, position, completedAt, playbacks: plays } = viewer
  const { playback } = await searchParams
  const asked = playbacks.find(({ playbackId }) => playbackId === playback)
  const open = asked && {
    ...asked,
    ...(await readPlaybackRuns(video, viewerId, asked, Date.now())),
  }
  const share = Math.min(1, covered / Math.max(1, video.frames))
  return (
    <Page>
      <PageTitle
        title={name ?? 'Someone who has left'}
        above={
          <Breadcrumbs
            trail={[
              { href: '/studio', name: 'Studio' },
              { href: `/studio/videos/${video.id}/analytics`, name: video.title },
              { href: `/studio/videos/${video.id}/viewers`, name: 'Viewers' },
            ]}
          />
        }
      />
      <StatRow>
        <Stat value={percent(share)} label="of its frames seen" />
        <Stat value={count(plays)} label={plays === 1 ? 'play' : 'plays'} />
        <Stat value={clockAt(position, video.fps)} label="stopped at" />
        <Stat value={completedAt ? formatDate(completedAt) : 'Not yet'} label="finished" />
      </StatRow>
      <section className="flex flex-col gap-4">
        <h2 className="font-medium">What was seen, frame by frame</h2>
        <CursorProvider
          frames={video.frames}
          linked={null}
          rest={position < video.frames ? position : 0}
          view={wholeVideo(video.frames)}
        >
          <RetentionChart
            fps={video.fps}
            lines={[
              {
                name: 'times seen',
                one: 'time',
                many: 'times',
                lengths: toRunLengths(seriesOf(runs, video.frames)),
              },
            ]}
          />
        </CursorProvider>
      </section>
      {playbacks.length > 0 ? (
        <Playbacks
          playbacks={playbacks}
          all={plays}
          frames={video.frames}
          open={open ?? null}
          hrefOf={(playbackId) => `?playback=${playbackId}`}
        />
      ) : null}
      <RunsTable runs={runs} fps={video.fps} />
    </Page>
  )
}
