import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import {
  addToCollection,
  deleteCollection,
  editCollection,
  moveInCollection,
} from '#app/studio/collections/actions.ts'
import { ConfirmForm } from '#components/forms/ConfirmForm.tsx'
import { AddToCollectionForm } from '#components/studio/AddToCollectionForm.tsx'
import { CompletionList } from '#components/studio/CompletionList.tsx'
import { EditCollectionForm } from '#components/studio/EditCollectionForm.tsx'
import { OrderedVideos } from '#components/studio/OrderedVideos.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { getCollection, readVideosOf } from '#lib/collections/collections.ts'
import {
  COMPLETION_FILTERS,
  type CompletionRequest,
  readCompletion,
} from '#lib/collections/memberCompletion.ts'
import { pluralize } from '#lib/format/numbers.ts'
import { listUnarchived } from '#lib/videos/library.ts'
import { isForMembers } from '#lib/videos/visibility.ts'

export const metadata: Metadata = { title: 'Collection' }

const MEMBERS_PER_PAGE = 25

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CollectionPage({ params, searchParams }: Props) {
  const { id } = await params
  await requireOwner(`/studio/collections/${id}`)
  const collection = await getCollection(id)
  if (!collection) notFound()
  const query = await searchParams
  const after = typeof query.after === 'string' ? query.after : null
  const filter = COMPLETION_FILTERS.find((each) => each === query.who) ?? 'all'
  const [{ videos, open, members, next }, library] = await Promise.all([
    readProgress(id, { filter, after, limit: MEMBERS_PER_PAGE }),
    listUnarchived(),
  ])
  const placed = new Set(videos.map((video) => video.id))
  const others = library.filter((video) => !placed.has(video.id))
  return (
    <Page>
      <PageTitle
        title={collection.title}
        above={<Breadcrumbs trail={[{ href: '/studio/collections', name: 'Collections' }]} />}
      >
        <p className="text-sm text-mute">{pluralize(videos.length, 'video')}</p>
        <Link prefetch={false} href={`/collections/${id}`} className={buttonClass('quiet')}>
          Preview as member
        </Link>
      </PageTitle>
      <div className="grid grid-cols-1 items-start gap-10 md:grid-cols-2">
        <EditCollectionForm action={editCollection} collection={collection} />
        <section className="flex flex-col gap-4">
          <h2 className="font-medium">Videos</h2>
          {videos.length > 0 ? (
            <OrderedVideos videos={videos} moves={['up', 'down', 'out']} move={moveInCollection}>
              <input type="hidden" name="collection" value={id} />
            </OrderedVideos>
          ) : (
            <p className="border-y border-line py-4 text-sm text-mute">
              No videos yet. Members see them in the order in which they are listed here.
            </p>
          )}
          {others.length > 0 ? (
            <AddToCollectionForm
              action={addToCollection}
              collectionId={id}
              videos={others.map(({ id, title }) => ({ id, title }))}
            />
          ) : null}
        </section>
      </div>
      {open.length > 0 ? (
        <CompletionList
          path={`/studio/collections/${id}`}
          members={members}
          videos={open.length}
          filter={filter}
          isFirst={after === null}
          next={next}
        />
      ) : null}
      <details className="border-t border-line pt-4 text-sm">
        <summary className="w-fit py-1 text-mute hover:text-text">Delete this collection</summary>
        <div className="flex flex-col gap-3 py-3">
          <p className="text-mute">Its videos and their statistics are kept.</p>
          <ConfirmForm
            action={deleteCollection}
            name="collection"
            id={id}
            label="Delete collection"
          />
        </div>
      </details>
    </Page>
  )
}

async function readProgress(id: string, wanted: CompletionRequest) {
  const videos = await readVideosOf(id)
  // Drafts and archived videos are left out: members cannot watch them.
  const open = videos.filter(isForMembers)
  return { videos, open, ...(await readCompletion(open, wanted)) }
}
