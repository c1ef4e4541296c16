import type { Metadata } from 'next'
import { CardGrid } from '#components/library/CardGrid.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireMember } from '#lib/auth/currentMember.ts'
import { listCourses } from '#lib/collections/collections.ts'
import { listForMembers } from '#lib/videos/library.ts'
import { readShelf } from '#lib/watch/shelf.ts'

export const metadata: Metadata = { title: 'Library' }

export default async function LibraryPage() {
  const member = await requireMember('/videos')
  const [ready, shelf] = await Promise.all([listForMembers(), readShelf(member.id)])
  const courses = await listCourses(ready)
  return (
    <Page width="watch">
      <PageTitle title="Library" />
      {courses.map(({ collection, videos }) => (
        <section
          key={collection.id}
          aria-labelledby={collection.id}
          className="flex flex-col gap-6 border-b border-line pb-12"
        >
          <div className="max-w-prose">
            <h2 id={collection.id} className="display text-2xl wrap-break-word">
              {collection.title}
            </h2>
            <p className="mt-1 whitespace-pre-line text-mute">{collection.description}</p>
          </div>
          <CardGrid videos={videos} shelf={shelf} />
        </section>
      ))}
      {ready.length > 0 ? (
        <CardGrid videos={ready} shelf={shelf} />
      ) : (
        <EmptyState title="No films here yet">
          As soon as there is one to watch, it stands here.
        </EmptyState>
      )}
    </Page>
  )
}
