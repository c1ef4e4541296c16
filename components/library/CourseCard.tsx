import Link from 'next/link'
import { Pending } from '#components/ui/Pending.tsx'
import type { ListedCourse } from '#lib/collections/listCourses.ts'
import { formatCount, pluralize } from '#lib/format/numbers.ts'
import { VideoThumbnail } from './VideoThumbnail.tsx'

/** A course, with the thumbnail of its next video. */
export function CourseCard({ collection, videos, finished, next }: ListedCourse) {
  const isFinished = finished === videos.length
  return (
    <article className="group relative flex flex-col gap-3">
      {next ? (
        <VideoThumbnail
          video={next}
          share={finished / videos.length}
          label={`${finished} of ${pluralize(videos.length, 'video')} of ${collection.title} finished`}
          className="rounded-picture"
          posterClass="transition-opacity duration-200 group-hover:opacity-85"
        />
      ) : null}
      <div>
        <h3 className="font-medium wrap-anywhere">
          <Link
            prefetch={false}
            href={`/collections/${collection.id}`}
            className="after:absolute after:inset-0 after:rounded-picture"
          >
            {collection.title}
            <Pending />
          </Link>
        </h3>
        <p className="mt-0.5 text-sm text-mute">
          {isFinished ? 'All' : `${formatCount(finished)} of`} {pluralize(videos.length, 'video')}{' '}
          finished
        </p>
        {collection.description ? (
          <p className="mt-1 line-clamp-2 text-sm wrap-anywhere text-mute">
            {collection.description}
          </p>
        ) : null}
      </div>
    </article>
  )
}
