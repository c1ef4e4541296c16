import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { MemberActions } from '#app/studio/members/MemberActions.tsx'
import { statusOf } from '#components/studio/MembersTable.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import { paginate } from '#components/ui/paginate.ts'
import { Stat, StatRow } from '#components/ui/Stat.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { formatAgo, formatDate } from '#lib/format/dates.ts'
import { formatCount, formatPercent } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import { findMember } from '#lib/members/findMember.ts'
import { getVideo } from '#lib/videos/library.ts'
import { readWatchProgress } from '#lib/watch/progress/watchProgress.ts'

export const metadata: Metadata = { title: 'Member' }

const VIDEOS_PER_PAGE = 25

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export default async function MemberPage({ params, searchParams }: Props) {
  const { id } = await params
  const me = await requireOwner(`/studio/members/${id}`)
  const member = await findMember(id)
  if (!member) notFound()
  const watched = [...(await readWatchProgress(id))].sort(([, a], [, b]) => +b.lastAt - +a.lastAt)
  const { shown, page, pages } = paginate(watched, (await searchParams).page, VIDEOS_PER_PAGE)
  const rows = await Promise.all(
    shown.map(async ([videoId, entry]) => ({ entry, video: await getVideo(videoId) })),
  )
  const now = new Date()
  const finished = watched.filter(([, { completedAt }]) => completedAt !== null).length
  const [latest] = watched
  return (
    <Page>
      <PageTitle
        title={member.name}
        above={<Breadcrumbs trail={[{ href: '/studio/members', name: 'Members' }]} />}
      >
        <MemberActions member={member} isMe={member.id === me.id} />
      </PageTitle>
      <p className="text-sm text-mute wrap-anywhere">
        {member.email} · {statusOf(member)} · joined {formatDate(member.createdAt)}
      </p>
      <StatRow>
        <Stat
          value={formatCount(watched.length)}
          label={watched.length === 1 ? 'video started' : 'videos started'}
        />
        <Stat value={formatCount(finished)} label="finished" />
        <Stat value={latest ? formatAgo(latest[1].lastAt, now) : '–'} label="last watched" />
      </StatRow>
      <section className="flex flex-col gap-3">
        <h2 className="font-medium">Watched</h2>
        {shown.length === 0 ? (
          <EmptyState title="Nothing watched yet">
            Videos that {member.name} watches appear here.
          </EmptyState>
        ) : (
          <ul className="border-t border-line text-sm">
            {rows.map(({ video, entry }) =>
              video ? (
                <li
                  key={video.id}
                  className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1.5 border-b border-line py-3 sm:grid-cols-[1fr_1fr_4rem_13rem]"
                >
                  <Link
                    prefetch={false}
                    href={`/studio/videos/${video.id}/viewers/${id}`}
                    className="truncate hover:text-accent-text hover:underline"
                  >
                    {video.title}
                  </Link>
                  <ProgressBar
                    share={entry.covered / Math.max(1, video.frames)}
                    label={`${formatPercent(Math.min(1, entry.covered / Math.max(1, video.frames)))} of ${video.title} watched`}
                    className="h-1.5 max-sm:order-3 max-sm:col-span-2"
                  />
                  <span className="figures text-right text-xs">
                    {formatPercent(Math.min(1, entry.covered / Math.max(1, video.frames)))}
                  </span>
                  <span className="text-mute max-sm:order-4 max-sm:col-span-2 sm:text-right">
                    {entry.completedAt
                      ? `finished ${formatAgo(entry.completedAt, now)}`
                      : `stopped at ${formatFrameTime(entry.position, video.fps)}, ${formatAgo(entry.lastAt, now)}`}
                  </span>
                </li>
              ) : null,
            )}
          </ul>
        )}
        <Pagination page={page} pages={pages} hrefOf={(to) => `/studio/members/${id}?page=${to}`} />
      </section>
    </Page>
  )
}
