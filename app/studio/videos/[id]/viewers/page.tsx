import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewersList } from '#components/studio/ViewersList.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { Chips } from '#components/ui/Chips.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { pageParam } from '#components/ui/paginate.ts'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { formatCount, pluralize } from '#lib/format/numbers.ts'
import { getVideo } from '#lib/videos/library.ts'
import { VIEWER_FILTERS, VIEWER_SORTS } from '#lib/watch/analytics/viewersPage.ts'
import { readNamedViewers } from './readNamedViewers.ts'

export const metadata: Metadata = { title: 'Viewers' }

const VIEWERS_PER_PAGE = 25

const sorts = {
  last: 'Last watched',
  most: 'Most watched',
  least: 'Least watched',
  plays: 'Most plays',
}
const filters = { all: 'All', finished: 'Finished', unfinished: 'Not finished' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ViewersPage({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/studio/videos/${id}/viewers`
  await requireOwner(path)
  const video = await getVideo(id)
  if (!video) notFound()
  const search = await searchParams
  const sort = VIEWER_SORTS.find((each) => each === search.sort) ?? 'last'
  const filter = VIEWER_FILTERS.find((each) => each === search.filter) ?? 'all'
  const query = { sort, filter, page: pageParam(search.page), pageSize: VIEWERS_PER_PAGE }
  const { viewers, page, pages, found, scanned, isTruncated } = await readNamedViewers(
    video.id,
    query,
  )
  const hrefOf = (change: Record<string, string>) =>
    `${path}?${new URLSearchParams({ sort, filter, ...change })}`
  return (
    <Page>
      <PageTitle
        title="Viewers"
        above={
          <Breadcrumbs
            trail={[
              { href: '/studio', name: 'Studio' },
              { href: `/studio/videos/${video.id}/analytics`, name: video.title },
            ]}
          />
        }
      >
        <p className="text-sm text-mute">{pluralize(found, 'viewer')}</p>
      </PageTitle>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Chips
          label="Filter viewers"
          chips={VIEWER_FILTERS.map((each) => ({
            name: filters[each],
            href: hrefOf({ filter: each }),
            isCurrent: each === filter,
          }))}
        />
        <Chips
          label="Sort by"
          chips={VIEWER_SORTS.map((each) => ({
            name: sorts[each],
            href: hrefOf({ sort: each }),
            isCurrent: each === sort,
          }))}
        />
      </div>
      {isTruncated ? (
        <p className="text-sm text-mute">
          This video has too many viewers to sort them all: {formatCount(scanned)} of them are
          listed here. The export in the video’s analytics contains all of them.
        </p>
      ) : null}
      {viewers.length > 0 ? (
        <ViewersList video={video} viewers={viewers} now={new Date()} />
      ) : (
        <EmptyState title={filter === 'all' ? 'No viewers yet' : 'No viewers found'}>
          {filter === 'all'
            ? 'Members appear here a few seconds after they start watching.'
            : 'No viewer matches this filter.'}
        </EmptyState>
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => hrefOf({ page: String(to) })} />
      <p className="max-w-reading text-sm text-mute">
        A viewer has finished a video after playing 90&thinsp;% of its frames. Skipped frames do not
        count.
      </p>
    </Page>
  )
}
