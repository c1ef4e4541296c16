import type { Metadata } from 'next'
import Link from 'next/link'
import { CourseVideos } from '#components/courses/CourseVideos.tsx'
import { videoHref } from '#components/library/videoHref.ts'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import { pluralize } from '#lib/format/numbers.ts'
import { readCourseHere } from './requireCourse.ts'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { collection } = await readCourseHere((await params).id)
  return { title: collection.title }
}

export default async function CoursePage({ params }: Props) {
  const { collection, items, finished, next } = await readCourseHere((await params).id)
  const { id, title, description, visibility, sequential } = collection
  const isStarted = items.some(({ entry }) => entry)
  return (
    <Page width="reading">
      <PageTitle
        title={title}
        above={<Breadcrumbs trail={[{ href: '/videos', name: 'Library' }]} />}
      />
      {visibility === 'draft' ? <Notice>Draft: only owners can see this collection.</Notice> : null}
      {description ? (
        <p className="whitespace-pre-line wrap-anywhere text-mute">{description}</p>
      ) : null}
      {items.length > 0 ? (
        <>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
            <div className="flex min-w-40 flex-1 flex-col gap-2">
              <p className="text-sm">
                {finished} of {items.length} finished
              </p>
              <ProgressBar
                share={finished / items.length}
                label={`${finished} of ${pluralize(items.length, 'video')} finished`}
              />
            </div>
            {next ? (
              <Link
                prefetch={false}
                href={videoHref(next.id, id)}
                className={buttonClass('primary')}
              >
                {isStarted ? 'Continue' : 'Start'}
              </Link>
            ) : (
              <Link href={`/collections/${id}/certificate`} className={buttonClass('primary')}>
                Certificate
              </Link>
            )}
          </div>
          <CourseVideos collectionId={id} items={items} next={next} />
          <p className="text-sm text-mute">
            {sequential ? 'Each video unlocks when you finish the one before it. ' : ''}
            You finish a video by playing 90 % of it.
            {next ? ' Finish them all to get a certificate.' : ''}
          </p>
        </>
      ) : (
        <EmptyState title="No videos yet">
          Videos appear here as soon as they are added to this collection.
        </EmptyState>
      )}
    </Page>
  )
}
