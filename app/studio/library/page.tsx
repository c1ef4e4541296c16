import type { Metadata } from 'next'
import { OrderedVideos } from '#components/studio/OrderedVideos.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { paginate } from '#components/ui/paginate.ts'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { listUnarchived } from '#lib/videos/library.ts'
import { moveVideo } from './actions.ts'

export const metadata: Metadata = { title: 'Library order' }

const VIDEOS_PER_PAGE = 50

type Props = { searchParams: Promise<{ page?: string | string[] }> }

export default async function LibraryOrderPage({ searchParams }: Props) {
  await requireOwner('/studio/library')
  const videos = await listUnarchived()
  const { shown, page, pages } = paginate(videos, (await searchParams).page, VIDEOS_PER_PAGE)
  return (
    <Page width="reading">
      <PageTitle
        title="Library order"
        above={<Breadcrumbs trail={[{ href: '/studio', name: 'Studio' }]} />}
      />
      <p className="text-mute">
        The order in which members see the videos. New videos are added at the top.
      </p>
      {videos.length > 0 ? (
        <OrderedVideos
          videos={shown}
          before={(page - 1) * VIDEOS_PER_PAGE}
          all={videos.length}
          moves={['top', 'up', 'down']}
          move={moveVideo}
        />
      ) : (
        <EmptyState title="No videos yet">Videos you add appear here.</EmptyState>
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => `/studio/library?page=${to}`} />
    </Page>
  )
}
