import Link from 'next/link'
import type { Video } from '#lib/videos/video.ts'
import type { ShelfEntry } from '#lib/watch/shelf.ts'
import { FilmLength } from './FilmLength.tsx'
import { FilmPicture } from './FilmPicture.tsx'
import { seenShare } from './seenShare.ts'

type Props = { video: Video; entry: ShelfEntry | undefined }

/** A film of the library; the whole card is its link. */
export function VideoCard({ video, entry }: Props) {
  return (
    <article className="group relative flex flex-col gap-3">
      <FilmPicture
        video={video}
        share={seenShare(entry, video.frames)}
        className="rounded-picture"
        posterClass="transition-opacity duration-200 group-hover:opacity-85"
      />
      <div>
        <h2 className="font-medium">
          <Link
            prefetch={false}
            href={`/videos/${video.id}`}
            className="after:absolute after:inset-0 after:rounded-picture"
          >
            {video.title}
          </Link>
        </h2>
        <FilmLength video={video} entry={entry} />
      </div>
    </article>
  )
}
