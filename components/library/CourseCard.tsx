import Link from 'next/link'
import { Pending } from '#components/ui/Pending.tsx'
import type { ListedCourse } from '#lib/collections/listCourses.ts'
import { formatCount } from '#lib/format/numbers.ts'
import { VideoThumbnail } from './VideoThumbnail.tsx'

/** A course, with the picture of the video it goes on with. */
export function CourseCard({ collection, videos, finished, next }: ListedCourse) {
  const isDone = finished === videos.length
  return (
    <article className="group relative flex flex-col gap-3">
      {next ? (
        <VideoThumbnail
          video={next}
          share={finished / videos.length}
          label={`${finished} of ${videos.length} of ${collection.title} finished`}
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
          {isDone ? 'All' : formatCount(finished)} of {formatCount(videos.length)} finished
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
