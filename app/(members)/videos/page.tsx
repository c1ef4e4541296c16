import type { Metadata } from 'next'
import { VideoCard } from '#components/library/VideoCard.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireMember } from '#lib/auth/currentMember.ts'
import { listVideos } from '#lib/videos/library.ts'
import { readShelf } from '#lib/watch/shelf.ts'

export const metadata: Metadata = { title: 'Library' }

export default async function LibraryPage() {
  const member = await requireMember('/videos')
  const [videos, shelf] = await Promise.all([listVideos(), readShelf(member.id)])
  const ready = videos.filter(
    ({ status, visibility }) => status === 'ready' && visibility !== 'draft',
  )
  return (
    <Page width="watch">
      <PageTitle title="Library" />
      {ready.length > 0 ? (
        <ul className="grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
          {ready.map((video) => (
            <li key={video.id}>
              <VideoCard video={video} entry={shelf.get(video.id)} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="No films here yet">
          As soon as there is one to watch, it stands here.
        </EmptyState>
      )}
    </Page>
  )
}
