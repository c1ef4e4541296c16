import type { Metadata } from 'next'
import Link from 'next/link'
import { ButtonForm } from '#components/forms/ButtonForm.tsx'
import { groupByDay } from '#components/library/groupByDay.ts'
import { HistoryRow } from '#components/library/HistoryRow.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { paginate } from '#components/ui/paginate.ts'
import { requireMember } from '#lib/auth/currentMember.ts'
import { readMemberLibrary } from '#lib/videos/memberLibrary.ts'
import { removeFromHistory } from './actions.ts'

export const metadata: Metadata = { title: 'History' }

const VIDEOS_PER_PAGE = 50

type Props = { searchParams: Promise<{ page?: string | string[] }> }

export default async function HistoryPage({ searchParams }: Props) {
  const member = await requireMember('/history')
  const { history } = await readMemberLibrary(member.id)
  const { shown, page, pages } = paginate(history, (await searchParams).page, VIDEOS_PER_PAGE)
  const now = new Date()
  return (
    <Page width="reading">
      <PageTitle title="History">
        {history.length > 0 ? (
          <Link prefetch={false} href="/history/clear" className="link text-sm">
            Clear history
          </Link>
        ) : null}
      </PageTitle>
      {history.length > 0 ? (
        groupByDay(shown, ({ entry }) => entry.lastAt, now).map(({ day, items }) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`} className="border-b border-line pb-2 text-sm text-mute">
              {day}
            </h2>
            <ul>
              {items.map(({ video, entry }) => (
                <li key={video.id} className="border-b border-line">
                  <HistoryRow
                    video={video}
                    entry={entry}
                    now={now}
                    remove={
                      <ButtonForm
                        action={removeFromHistory}
                        label="Remove"
                        about={video.title}
                        kind="plain"
                      >
                        <input type="hidden" name="video" value={video.id} />
                      </ButtonForm>
                    }
                  />
                </li>
              ))}
            </ul>
          </section>
        ))
      ) : (
        <EmptyState
          title="No watch history yet"
          action={
            <Link href="/videos" className={buttonClass('primary')}>
              Go to the library
            </Link>
          }
        >
          Videos you start watching appear here, with the point where you stopped.
        </EmptyState>
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => `/history?page=${to}`} />
    </Page>
  )
}
