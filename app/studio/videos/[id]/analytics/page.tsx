import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CursorProvider } from '#components/charts/CursorProvider.tsx'
import { Moments } from '#components/charts/Moments.tsx'
import { CurveStats } from '#components/studio/CurveStats.tsx'
import { FilmPicture } from '#components/studio/FilmPicture.tsx'
import { FrameByFrame } from '#components/studio/FrameByFrame.tsx'
import { PeriodChoice } from '#components/studio/PeriodChoice.tsx'
import { ViewersList } from '#components/studio/ViewersList.tsx'
import { AutoRefresh } from '#components/ui/AutoRefresh.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Crumbs } from '#components/ui/Crumbs.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { getVideo } from '#lib/videos/library.ts'
import { readRetention } from '#lib/watch/retention.ts'
import { standsOut } from '#lib/watch/standsOut.ts'
import { readNamedViewers } from './namedViewers.ts'
import { frameParam, peakOf, periodParam } from './params.ts'

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
  const { text, period } = periodParam(asked.period)
  const [retention, viewers] = await Promise.all([
    readRetention(video, period),
    readNamedViewers(video.id),
  ])
  const now = new Date()
  const { plays, viewers: seen } = retention
  const moments = standsOut({ plays, viewers: seen, rate: video.fps.num / video.fps.den })
  const hrefOf = (frame: number) => `${path}?period=${text}&frame=${frame}#curve`
  return (
    <Page>
      <AutoRefresh />
      <PageTitle
        title={video.title}
        above={
          <Crumbs
            trail={[
              { href: '/studio', name: 'Studio' },
              { href: `/studio/videos/${video.id}`, name: 'Video' },
            ]}
          />
        }
      >
        <PeriodChoice path={path} period={text} now={now} />
        <Link prefetch={false} href={`/videos/${video.id}`} className={buttonClass('quiet')}>
          Watch
        </Link>
      </PageTitle>
      <CurveStats video={video} retention={retention} />
      <CursorProvider linked={frameParam(asked.frame, video.frames)} rest={peakOf(plays)}>
        <div className="grid items-start gap-8 md:grid-cols-[2fr_3fr]">
          <FilmPicture video={video} />
          <section>
            <h2 className="mb-2 font-medium">What stands out</h2>
            <Moments moments={moments} fps={video.fps} hrefOf={hrefOf} />
          </section>
        </div>
        <FrameByFrame video={video} retention={retention} period={text} now={now} />
      </CursorProvider>
      <ViewersList
        video={video}
        viewers={viewers}
        all={text === 'all' ? retention.uniqueViewers : null}
        now={now}
      />
    </Page>
  )
}
