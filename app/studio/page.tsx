import Link from 'next/link'
import { describeChange } from '#components/studio/describeChange.ts'
import { StudioNav } from '#components/studio/StudioNav.tsx'
import { TrendStat, TrendStatRow } from '#components/studio/TrendStat.tsx'
import { VideoTrends } from '#components/studio/VideoTrends.tsx'
import { AutoRefresh } from '#components/ui/AutoRefresh.tsx'
import { Chips } from '#components/ui/Chips.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { paginate } from '#components/ui/paginate.ts'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { durationParts, formatCount, pluralize } from '#lib/format/numbers.ts'
import { undeliveredMails } from '#lib/mail/delivery.ts'
import { readMemberStats } from '#lib/members/memberStats.ts'
import { listVideos } from '#lib/videos/library.ts'
import { secondsAt } from '#lib/videos/video.ts'
import { readLiveViewers } from '#lib/watch/analytics/liveViewers.ts'
import { readVideoTrends } from '#lib/watch/analytics/overview.ts'
import { lastDays, parsePeriod } from '#lib/watch/analytics/period.ts'
import { readTotals } from '#lib/watch/analytics/totals.ts'
import { StudioVideos } from './StudioVideos.tsx'

const RANGES = [7, 28, 90]

const VIDEOS_PER_PAGE = 50

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StudioPage({ searchParams }: Props) {
  await requireOwner('/studio')
  const query = await searchParams
  const days = RANGES.find((each) => String(each) === query.days) ?? 28
  const now = new Date()
  const period = parsePeriod(lastDays(days, now))
  const videos = await listVideos()
  const isArchive = query.show === 'archived'
  const inList = videos.filter(({ archivedAt }) => (archivedAt !== null) === isArchive)
  const hrefOf = (change: Record<string, string>) =>
    `/studio?${new URLSearchParams({ days: `${days}`, ...(isArchive ? { show: 'archived' } : {}), ...change })}`
  const { shown, page, pages } = paginate(inList, query.page, VIDEOS_PER_PAGE)
  const [members, live, mails, totals, { trends, isTruncated }] = await Promise.all([
    readMemberStats(now),
    readLiveViewers(now.getTime()),
    undeliveredMails(now),
    readTotals(
      shown.map(({ id }) => id),
      ['all'],
    ),
    period === null || period === 'all'
      ? { trends: [], isTruncated: false }
      : readVideoTrends(videos, period),
  ])
  const secondsByDay = Array.from({ length: days }, (_, day) =>
    trends.reduce((sum, each) => sum + (each.secondsByDay[day] ?? 0), 0),
  )
  const seconds = secondsByDay.reduce((sum, each) => sum + each, 0)
  const secondsBefore = trends.reduce(
    (sum, { video, before }) => sum + secondsAt(before.framesPlayed, video.fps),
    0,
  )
  const plays = trends.reduce((sum, each) => sum + each.now.views, 0)
  const playsBefore = trends.reduce((sum, each) => sum + each.before.views, 0)
  const newMembers = members.newByDay.reduce((sum, each) => sum + each, 0)
  return (
    <Page>
      <AutoRefresh seconds={30} />
      <PageTitle title="Studio">
        <StudioNav />
      </PageTitle>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Chips
          label="Period (UTC days)"
          chips={RANGES.map((each) => ({
            name: `Last ${each} days`,
            href: hrefOf({ days: `${each}` }),
            isCurrent: each === days,
          }))}
        />
        <p className="text-sm text-mute" role="status">
          {live.viewers === 0
            ? 'No one is watching now'
            : `${pluralize(live.viewers, 'person', 'people')}${live.isTruncated ? ' or more' : ''} watching now`}
        </p>
      </div>
      <TrendStatRow>
        <TrendStat
          {...durationParts(seconds)}
          label={joined('watch time', describeChange(seconds, secondsBefore, days))}
          values={secondsByDay.map((each) => each / 60)}
          sparklineLabel="Minutes watched"
        />
        <TrendStat
          value={formatCount(plays)}
          label={joined(plays === 1 ? 'play' : 'plays', describeChange(plays, playsBefore, days))}
        />
        <TrendStat
          value={formatCount(members.active.month)}
          label={`active in the last 30 days, ${formatCount(members.active.week)} in 7 days, ${formatCount(members.active.day)} today`}
          values={members.activeByDay}
          sparklineLabel="Active members"
        />
        <TrendStat
          value={formatCount(members.all)}
          label={`${members.all === 1 ? 'member' : 'members'}, ${formatCount(members.confirmed)} confirmed, ${formatCount(newMembers)} new in the last 30 days`}
          values={members.newByDay}
          sparklineLabel="New members"
        />
      </TrendStatRow>
      {members.isTruncated || isTruncated ? (
        <p className="text-sm text-mute">
          These totals cover the first 20,000 members, 5,000 active members a day, and the newest
          200 videos. This site has more.
        </p>
      ) : null}
      {mails.length > 0 ? (
        <p className="text-sm">
          <Link href="/studio/members/mail" className="link">
            {pluralize(mails.length, 'email was', 'emails were')} not delivered
          </Link>{' '}
          <span className="text-mute">in the last 7 days</span>
        </p>
      ) : null}
      <VideoTrends trends={trends} days={days} />
      <StudioVideos
        videos={shown}
        totals={totals}
        watching={live.byVideo}
        days={days}
        isArchive={isArchive}
        hasOthers={inList.length < videos.length}
      >
        <Pagination page={page} pages={pages} hrefOf={(to) => hrefOf({ page: String(to) })} />
      </StudioVideos>
    </Page>
  )
}

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(', ')
