import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { clockAt } from '#components/charts/clock.ts'
import { HeatStrip } from '#components/charts/HeatStrip.tsx'
import { count, percent } from '#components/charts/numbers.ts'
import { seriesOf } from '#components/charts/seriesOf.ts'
import { TimeAxis } from '#components/charts/TimeAxis.tsx'
import { RunsTable } from '#components/studio/RunsTable.tsx'
import { dateOf } from '#components/ui/ago.ts'
import { Crumbs } from '#components/ui/Crumbs.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Stat, StatRow } from '#components/ui/Stat.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { namesOf } from '#lib/members/listMembers.ts'
import { isUuid } from '#lib/uuid.ts'
import { getVideo } from '#lib/videos/library.ts'
import { readViewer } from '#lib/watch/viewers.ts'

export const metadata: Metadata = { title: 'Viewer' }

type Props = { params: Promise<{ id: string; viewerId: string }> }

export default async function ViewerPage({ params }: Props) {
  const { id, viewerId } = await params
  await requireOwner(`/studio/videos/${id}/viewers/${viewerId}`)
  const video = await getVideo(id)
  if (!video || !isUuid(viewerId)) notFound()
  const [viewer, names] = await Promise.all([readViewer(video, viewerId), namesOf([viewerId])])
  const name = names.get(viewerId)
  if (!viewer) notFound()
  const { runs, covered, position, completedAt, playbacks } = viewer
  const share = Math.min(1, covered / Math.max(1, video.frames))
  return (
    <Page>
      <PageTitle
        title={name ?? 'Someone who has left'}
        above={
          <Crumbs
            trail={[
              { href: '/studio', name: 'Studio' },
              { href: `/studio/videos/${video.id}/analytics`, name: video.title },
            ]}
          />
        }
      />
      <StatRow>
        <Stat value={percent(share)} label="of its frames seen" />
        <Stat value={count(playbacks)} label={playbacks === 1 ? 'play' : 'plays'} />
        <Stat value={clockAt(position, video.fps)} label="stopped at" />
        <Stat value={completedAt ? dateOf(completedAt) : 'Not yet'} label="finished" />
      </StatRow>
      <section>
        <h2 className="mb-3 font-medium">What was seen, frame by frame</h2>
        <HeatStrip
          series={seriesOf(runs, video.frames)}
          className="h-8"
          floor={0.4}
          label={`${percent(share)} of the frames seen; the table has every stretch`}
        />
        <TimeAxis frames={video.frames} fps={video.fps} />
      </section>
      <RunsTable runs={runs} fps={video.fps} />
    </Page>
  )
}
