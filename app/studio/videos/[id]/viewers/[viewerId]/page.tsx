import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CursorProvider } from '#components/charts/CursorProvider.tsx'
import { wholeVideo } from '#components/charts/frameView.ts'
import { RetentionChart } from '#components/charts/RetentionChart.tsx'
import { encodeRunLengths } from '#components/charts/runLengths.ts'
import { Playbacks } from '#components/studio/Playbacks.tsx'
import { RunsTable } from '#components/studio/RunsTable.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Stat, StatRow } from '#components/ui/Stat.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { formatDate } from '#lib/format/dates.ts'
import { formatCount, formatPercent } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import { namesOf } from '#lib/members/listMembers.ts'
import { isUuid } from '#lib/uuid.ts'
import { getVideo } from '#lib/videos/library.ts'
import { countsOfRuns } from '#lib/watch/aggregate/frameCounts.ts'
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
  const listed = playbacks.find(({ playbackId }) => playbackId === playback)
  const selected = listed && {
    ...listed,
    ...(await readPlaybackRuns(video, viewerId, listed, Date.now())),
  }
  const share = Math.min(1, covered / Math.max(1, video.frames))
  return (
    <Page>
      <PageTitle
        title={name ?? 'Former member'}
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
        <Stat value={formatPercent(share)} label="watched" />
        <Stat value={formatCount(plays)} label={plays === 1 ? 'play' : 'plays'} />
        <Stat value={formatFrameTime(position, video.fps)} label="last position" />
        <Stat value={completedAt ? formatDate(completedAt) : 'Not yet'} label="finished" />
      </StatRow>
      <section className="flex flex-col gap-4">
        <h2 className="font-medium">Plays by frame</h2>
        <CursorProvider
          frames={video.frames}
          linked={null}
          initial={position < video.frames ? position : 0}
          view={wholeVideo(video.frames)}
        >
          <RetentionChart
            fps={video.fps}
            lines={[
              {
                name: 'plays',
                one: 'play',
                many: 'plays',
                runLengths: encodeRunLengths(countsOfRuns(runs, video.frames)),
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
          selected={selected ?? null}
          hrefOf={(playbackId) => `?playback=${playbackId}`}
        />
      ) : null}
      <RunsTable runs={runs} fps={video.fps} />
    </Page>
  )
}
