import type { Metadata } from 'next'
import Link from 'next/link'
import { NewCollectionForm } from '#components/studio/NewCollectionForm.tsx'
import { StudioNav } from '#components/studio/StudioNav.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { paginate } from '#components/ui/paginate.ts'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { listCollections } from '#lib/collections/collections.ts'
import { formatDate } from '#lib/format/dates.ts'
import { createCollection } from './actions.ts'

export const metadata: Metadata = { title: 'Collections' }

const COLLECTIONS_PER_PAGE = 25

type Props = { searchParams: Promise<{ page?: string | string[] }> }

export default async function CollectionsPage({ searchParams }: Props) {
  await requireOwner('/studio/collections')
  const collections = await listCollections()
  const { shown, page, pages } = paginate(
    collections,
    (await searchParams).page,
    COLLECTIONS_PER_PAGE,
  )
  return (
    <Page>
      <PageTitle title="Collections">
        <StudioNav />
      </PageTitle>
      {collections.length === 0 ? (
        <EmptyState title="No collections yet">
          A collection is a course: videos in an order, with the progress of each member.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {shown.map((collection) => (
            <li
              key={collection.id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-3"
            >
              <Link
                prefetch={false}
                href={`/studio/collections/${collection.id}`}
                className="font-medium hover:text-accent-text hover:underline"
              >
                {collection.title}
              </Link>
              <span className="text-sm text-mute">
                {collection.visibility === 'draft' ? 'draft' : 'published'}
                {' · created '}
                {formatDate(collection.addedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => `/studio/collections?page=${to}`} />
      <section aria-labelledby="new" className="flex flex-col gap-4 border-t border-line pt-6">
        <h2 id="new" className="display text-xl">
          New collection
        </h2>
        <NewCollectionForm action={createCollection} />
      </section>
    </Page>
  )
}
