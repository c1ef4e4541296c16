import Link from 'next/link'
import { count, duration, several } from '#components/charts/numbers.ts'
import { changeWords } from '#components/studio/changeWords.ts'
import { Movers } from '#components/studio/Movers.tsx'
import { StudioNav } from '#components/studio/StudioNav.tsx'
import { Trend, TrendRow } from '#components/studio/Trend.tsx'
import { VideoRow } from '#components/studio/VideoRow.tsx'
import { AutoRefresh } from '#components/ui/AutoRefresh.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Chips } from '#components/ui/Chips.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageLinks } from '#components/ui/PageLinks.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { pageOf } from '#components/ui/pageOf.ts'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { mailsNotSent } from '#lib/mail/deliver.ts'
import { readMemberSums } from '#lib/members/memberSums.ts'
import { listVideos } from '#lib/videos/library.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import { secondsAt } from '#lib/videos/video.ts'
import { readTotals } from '#lib/watch/dayTotals.ts'
import { readLiveNow } from '#lib/watch/liveNow.ts'
import { readVideoSums } from '#lib/watch/overview.ts'
import { lastDays, parsePeriod } from '#lib/watch/period.ts'

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
  const { shown: listed, page, pages } = pageOf(inList, asked.page, PAGE)
  const [members, live, mails, totals, { sums, isCut }] = await Promise.all([
    readMemberSums(now),
    readLiveNow(now.getTime()),
    mailsNotSent(now),
    readTotals(
      listed.map(({ id }) => id),
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
      <section className="flex flex-col gap-3">
        <div className="flex items-baseline justify-between gap-6">
          <h2 className="font-medium">Videos</h2>
          <div className="flex flex-wrap items-center justify-end gap-3">
            <Link prefetch={false} href="/studio/library" className={buttonClass('plain')}>
              Order
            </Link>
            <Link prefetch={false} href="/studio/videos/new" className={buttonClass('quiet')}>
              Add a video
            </Link>
          </div>
        </div>
        {isArchive || inList.length < videos.length ? (
          <Chips
            label="Which videos"
            chips={[
              { name: 'In the library', href: `/studio?days=${days}`, here: !isArchive },
              {
                name: 'Archived',
                href: `/studio?days=${days}&show=archived`,
                here: isArchive,
              },
            ]}
          />
        ) : null}
        {listed.length > 0 ? (
          <ul className="border-t border-line">
            {listed.map((video) => {
              const [all] = totals.get(video.id) ?? []
              return (
                <li key={video.id} className="border-b border-line">
                  <VideoRow
                    video={video}
                    poster={posterUrl(video)}
                    plays={all?.views ?? 0}
                    viewers={all?.viewers ?? 0}
                    watching={live.byVideo.get(video.id) ?? 0}
                  />
                </li>
              )
            })}
          </ul>
        ) : isArchive ? (
          <EmptyState title="Nothing is archived">
            What is archived is gone for members; what was counted of it stands here.
          </EmptyState>
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
        <PageLinks page={page} pages={pages} hrefOf={(to) => hrefOf({ page: String(to) })} />
      </section>
    </Page>
  )
}

const told = (...parts: string[]) => parts.filter((part) => part !== '').join(', ')
