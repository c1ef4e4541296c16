import Link from 'next/link'
import { changeWords } from '#components/studio/changeWords.ts'
import { Movers } from '#components/studio/Movers.tsx'
import { StudioNav } from '#components/studio/StudioNav.tsx'
import { Trend, TrendRow } from '#components/studio/Trend.tsx'
import { AutoRefresh } from '#components/ui/AutoRefresh.tsx'
import { Chips } from '#components/ui/Chips.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { paginate } from '#components/ui/paginate.ts'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { count, duration, several } from '#lib/format/numbers.ts'
import { mailsNotSent } from '#lib/mail/deliver.ts'
import { readMemberSums } from '#lib/members/memberSums.ts'
import { listVideos } from '#lib/videos/library.ts'
import { secondsAt } from '#lib/videos/video.ts'
import { readLiveViewers } from '#lib/watch/analytics/liveViewers.ts'
import { readVideoSums } from '#lib/watch/analytics/overview.ts'
import { lastDays, parsePeriod } from '#lib/watch/analytics/period.ts'
import { readTotals } from '#lib/watch/analytics/totals.ts'
import { StudioVideos } from './StudioVideos.tsx'

const RANGES = [7, 28, 90]

/** Videos a page of the list. */
const PAGE = 50

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StudioPage({ searchParams }: Props) {
  await requireOwner('/studio')
  const asked = await searchParams
  const days = RANGES.find((each) => String(each) === asked.days) ?? 28
  const now = new Date()
  const period = parsePeriod(lastDays(days, now))
  const videos = await listVideos()
  const isArchive = asked.show === 'archived'
  const inList = videos.filter(({ archivedAt }) => (archivedAt !== null) === isArchive)
  const hrefOf = (change: Record<string, string>) =>
    `/studio?${new URLSearchParams({ days: `${days}`, ...(isArchive ? { show: 'archived' } : {}), ...change })}`
  const { shown, page, pages } = paginate(inList, asked.page, PAGE)
  const [members, live, mails, totals, { sums, isCut }] = await Promise.all([
    readMemberSums(now),
    readLiveViewers(now.getTime()),
    mailsNotSent(now),
    readTotals(
      shown.map(({ id }) => id),
      ['all'],
      now.getTime(),
    ),
    period === null || period === 'all'
      ? { sums: [], isCut: false }
      : readVideoSums(videos, period, now.getTime()),
  ])
  const secondsByDay = Array.from({ length: days }, (_, day) =>
    sums.reduce((sum, each) => sum + (each.secondsByDay[day] ?? 0), 0),
  )
  const seconds = secondsByDay.reduce((sum, each) => sum + each, 0)
  const secondsBefore = sums.reduce(
    (sum, { video, before }) => sum + secondsAt(before.framesPlayed, video.fps),
    0,
  )
  const plays = sums.reduce((sum, each) => sum + each.now.views, 0)
  const playsBefore = sums.reduce((sum, each) => sum + each.before.views, 0)
  const newMembers = members.newByDay.reduce((sum, each) => sum + each, 0)
  return (
    <Page>
      <AutoRefresh seconds={30} />
      <PageTitle title="Studio">
        <StudioNav />
      </PageTitle>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Chips
          label="Days, in UTC"
          chips={RANGES.map((each) => ({
            name: `${each} days`,
            href: hrefOf({ days: `${each}` }),
            here: each === days,
          }))}
        />
        <p className="text-sm text-mute" role="status">
          {live.viewers === 0
            ? 'Nobody is watching just now'
            : `${several(live.viewers, 'person', 'people')}${live.isCut ? ' or more' : ''} watching just now`}
        </p>
      </div>
      <TrendRow>
        <Trend
          {...duration(seconds)}
          label={told('watched', changeWords(seconds, secondsBefore, days))}
          values={secondsByDay.map((each) => each / 60)}
          spoken="Minutes watched"
        />
        <Trend
          value={count(plays)}
          label={told(plays === 1 ? 'play' : 'plays', changeWords(plays, playsBefore, days))}
        />
        <Trend
          value={count(members.active.month)}
          label={`active in 30 days: ${count(members.active.week)} in 7, ${count(members.active.day)} today`}
          values={members.activeByDay}
          spoken="Active members"
        />
        <Trend
          value={count(members.all)}
          label={`${members.all === 1 ? 'member' : 'members'}, ${count(members.confirmed)} confirmed, ${count(newMembers)} new in 30 days`}
          values={members.newByDay}
          spoken="New members"
        />
      </TrendRow>
      {members.isCut || isCut ? (
        <p className="text-sm text-mute">
          There is more than this page adds up: these are sums of the first 20,000 members, of 5,000
          who were here on a day, and of the newest 200 videos.
        </p>
      ) : null}
      {mails.length > 0 ? (
        <p className="text-sm">
          <Link href="/studio/members/mail" className="link">
            {several(mails.length, 'mail was', 'mails were')} not sent
          </Link>{' '}
          <span className="text-mute">in the last seven days</span>
        </p>
      ) : null}
      <Movers sums={sums} days={days} />
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

const told = (...parts: string[]) => parts.filter((part) => part !== '').join(', ')
