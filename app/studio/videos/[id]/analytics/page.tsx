import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readNamedViewers } from '#app/studio/videos/[id]/viewers/readNamedViewers.ts'
import { CursorProvider } from '#components/charts/CursorProvider.tsx'
import { viewBetween } from '#components/charts/frameView.ts'
import { Moments } from '#components/charts/Moments.tsx'
import { CompareChoice } from '#components/studio/CompareChoice.tsx'
import { CurveStats } from '#components/studio/CurveStats.tsx'
import { ExportLinks } from '#components/studio/ExportLinks.tsx'
import { FrameByFrame } from '#components/studio/FrameByFrame.tsx'
import { PeriodChoice } from '#components/studio/PeriodChoice.tsx'
import { PictureWithHeat } from '#components/studio/PictureWithHeat.tsx'
import { ViewersList } from '#components/studio/ViewersList.tsx'
import { AutoRefresh } from '#components/ui/AutoRefresh.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { getVideo, listVideos } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { findHighlights, type Highlight } from '#lib/watch/analytics/highlights.ts'
import { lastDays, type Period, periodName } from '#lib/watch/analytics/period.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import { ComparisonNotes } from './ComparisonNotes.tsx'
import { linesOf } from './linesOf.ts'
import { frameParam, peakOf, periodParam, viewParam } from './params.ts'
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
  const asked = await searchParams
  const { text, period } = periodParam(asked)
  const [retention, { viewers }, comparison, videos] = await Promise.all([
    readRetention(video, period),
    readNamedViewers(video.id, { sort: 'last', filter: 'all', page: 1, pageSize: 8 }),
    readComparison(asked.with, video, period),
    listVideos(),
  ])
  const now = new Date()
  const { plays, viewers: seen } = retention
  const lines = linesOf(retention, comparison)
  const moments = findHighlights({ plays, viewers: seen, rate: video.fps.num / video.fps.den })
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
      <CurveStats video={video} retention={retention} />
      <CursorProvider
        frames={video.frames}
        linked={frameParam(asked.frame, video.frames)}
        rest={peakOf(plays)}
        view={viewParam(asked.view, video.frames)}
      >
        <div className="grid items-start gap-8 md:grid-cols-[2fr_3fr]">
          <PictureWithHeat video={video} lengths={lines[0]?.lengths ?? []} />
          <section>
            <h2 className="mb-2 font-medium">What stands out</h2>
            <Moments moments={moments} fps={video.fps} hrefOf={hrefOf} />
          </section>
        </div>
        <FrameByFrame video={video} lines={lines} asOf={retention.asOf} now={now}>
          <CompareChoice
            path={path}
            period={text}
            with={comparison ? String(asked.with) : ''}
            periods={periodsToCompare(period, now)}
            videos={videos
              .filter(({ id }) => id !== video.id)
              .slice(0, MOST_TO_COMPARE)
              .map(({ id, title }) => ({ value: id, name: title }))}
          />
          <ComparisonNotes
            video={video}
            name={periodName(text)}
            retention={retention}
            comparison={comparison}
          />
        </FrameByFrame>
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
          <p className="border-t border-line py-4 text-sm text-mute">Nobody has watched it yet.</p>
        )}
      </section>
    </Page>
  )
}

/** A list to choose from, not to search in. */
const MOST_TO_COMPARE = 100

/** A stretch with as much again on both sides, and at least a second. */
function viewAround(from: number, to: number, { frames, fps }: Video): string {
  const margin = Math.max(to - from, fps.num / fps.den)
  const view = viewBetween(from - margin, to + margin, frames)
  return `${view.from}-${view.to}`
}

function periodsToCompare(period: Period, now: Date) {
  if (period !== 'all')
    return [
      { value: 'before', name: 'As many days before' },
      { value: 'all', name: 'All time' },
      ...(period.from === period.to ? [FIRST_AND_LATER] : []),
    ]
  return [
    FIRST_AND_LATER,
    { value: lastDays(7, now), name: 'The last 7 days' },
    { value: lastDays(28, now), name: 'The last 28 days' },
  ]
}

const FIRST_AND_LATER = { value: 'repeats', name: 'First against later plays' }
