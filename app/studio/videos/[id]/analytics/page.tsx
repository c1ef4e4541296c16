import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readNamedViewers } from '#app/studio/videos/[id]/viewers/readNamedViewers.ts'
import { CursorProvider } from '#components/charts/CursorProvider.tsx'
import { viewBetween } from '#components/charts/frameView.ts'
import { Highlights } from '#components/charts/Highlights.tsx'
import { CompareChoice } from '#components/studio/CompareChoice.tsx'
import { ExportLinks } from '#components/studio/ExportLinks.tsx'
import { PeriodChoice } from '#components/studio/PeriodChoice.tsx'
import { RetentionSection } from '#components/studio/RetentionSection.tsx'
import { RetentionStats } from '#components/studio/RetentionStats.tsx'
import { VideoWithHeatmap } from '#components/studio/VideoWithHeatmap.tsx'
import { ViewersList } from '#components/studio/ViewersList.tsx'
import { AutoRefresh } from '#components/ui/AutoRefresh.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { getVideo, listVideos } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { indexOfMax } from '#lib/watch/aggregate/frameCounts.ts'
import { findHighlights, type Highlight } from '#lib/watch/analytics/highlights.ts'
import { lastDays, type Period, periodName } from '#lib/watch/analytics/period.ts'
import { readVideoCounts } from '#lib/watch/analytics/retention.ts'
import { ComparisonNotes } from './ComparisonNotes.tsx'
import { chartLines } from './chartLines.ts'
import { frameParam, periodParam, viewParam } from './params.ts'
import { readComparison } from './readComparison.ts'

export const metadata: Metadata = { title: 'Analytics' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AnalyticsPage({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/studio/videos/${id}/analytics`
  await requireOwner(path)
  const video = await getVideo(id)
  if (!video) notFound()
  const query = await searchParams
  const { text, period } = periodParam(query)
  const [counts, { viewers }, comparison, videos] = await Promise.all([
    readVideoCounts(video, period),
    readNamedViewers(video.id, { sort: 'last', filter: 'all', page: 1, pageSize: 8 }),
    readComparison(query.with, video, period),
    listVideos(),
  ])
  const now = new Date()
  const isOtherVideo = comparison?.kind === 'audience' && comparison.video.id !== video.id
  const name = isOtherVideo ? video.title : periodName(text)
  const lines = chartLines(counts, comparison, name)
  const highlights = findHighlights({ ...counts, rate: video.fps.num / video.fps.den })
  const hrefOf = ({ at, from, to }: Highlight) =>
    `${path}?period=${text}&frame=${at}&view=${viewAround(from, to, video)}#curve`
  return (
    <Page>
      <AutoRefresh />
      <PageTitle
        title={video.title}
        above={
          <Breadcrumbs
            trail={[
              { href: '/studio', name: 'Studio' },
              { href: `/studio/videos/${video.id}`, name: 'Video' },
            ]}
          />
        }
      >
        <Link prefetch={false} href={`/videos/${video.id}`} className={buttonClass('quiet')}>
          Watch
        </Link>
        <ExportLinks videoId={video.id} period={text} />
      </PageTitle>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <PeriodChoice path={path} text={text} period={period} now={now} />
      </div>
      <RetentionStats video={video} counts={counts} />
      <CursorProvider
        frames={video.frames}
        linked={frameParam(query.frame, video.frames)}
        initial={indexOfMax(counts.plays)}
        view={viewParam(query.view, video.frames)}
      >
        <div className="grid items-start gap-8 md:grid-cols-[2fr_3fr]">
          <VideoWithHeatmap video={video} runLengths={lines[0]?.runLengths ?? []} />
          <section>
            <h2 className="mb-2 font-medium">Highlights</h2>
            <Highlights highlights={highlights} fps={video.fps} hrefOf={hrefOf} />
          </section>
        </div>
        <RetentionSection video={video} lines={lines} asOf={counts.asOf} now={now}>
          <CompareChoice
            path={path}
            period={text}
            with={comparison ? String(query.with) : ''}
            periods={periodsToCompare(period, now)}
            videos={videos
              .filter(({ id }) => id !== video.id)
              .slice(0, MAX_TO_COMPARE)
              .map(({ id, title }) => ({ value: id, name: title }))}
          />
          <ComparisonNotes video={video} name={name} counts={counts} comparison={comparison} />
        </RetentionSection>
      </CursorProvider>
      <section className="flex flex-col gap-3">
        <div className="flex items-baseline justify-between gap-6">
          <h2 className="font-medium">Viewers</h2>
          {viewers.length > 0 ? (
            <Link
              prefetch={false}
              href={`/studio/videos/${video.id}/viewers`}
              className="link text-sm"
            >
              All viewers
            </Link>
          ) : null}
        </div>
        {viewers.length > 0 ? (
          <ViewersList video={video} viewers={viewers} now={now} />
        ) : (
          <p className="border-t border-line py-4 text-sm text-mute">No viewers yet.</p>
        )}
      </section>
    </Page>
  )
}

/** The length of the list of videos to compare with: one to scan, not to search. */
const MAX_TO_COMPARE = 100

/** The range with a margin of its own length, or of a second, on both sides. */
function viewAround(from: number, to: number, { frames, fps }: Video): string {
  const margin = Math.max(to - from, fps.num / fps.den)
  const view = viewBetween(from - margin, to + margin, frames)
  return `${view.from}-${view.to}`
}

function periodsToCompare(period: Period, now: Date) {
  if (period !== 'all')
    return [
      { value: 'before', name: 'Previous period' },
      { value: 'all', name: 'All time' },
      ...(period.from === period.to ? [REPLAYS] : []),
    ]
  return [
    REPLAYS,
    { value: lastDays(7, now), name: 'Last 7 days' },
    { value: lastDays(28, now), name: 'Last 28 days' },
  ]
}

const REPLAYS = { value: 'repeats', name: 'First plays and replays' }
