import Link from 'next/link'
import { clockAt } from '#components/charts/clock.ts'
import { ago } from '#components/ui/ago.ts'
import type { Video } from '#lib/videos/video.ts'
import type { ShelfEntry } from '#lib/watch/shelf.ts'
import { FilmPicture } from './FilmPicture.tsx'
import { seenShare } from './seenShare.ts'

type Props = { video: Video; entry: ShelfEntry; now: Date }

/** A film that was begun: how far, and where it waits. */
export function HistoryRow({ video, entry, now }: Props) {
  return (
    <article className="relative flex items-center gap-4 py-4">
      <FilmPicture
        video={video}
        share={seenShare(entry, video.frames)}
        className="w-28 shrink-0 rounded-control sm:w-36"
      />
      <div className="min-w-0 flex-1">
        <h2 className="font-medium">
          <Link
            prefetch={false}
            href={`/videos/${video.id}`}
            className="after:absolute after:inset-0"
          >
            {video.title}
          </Link>
        </h2>
        <p className="text-sm text-mute">
          {entry.completedAt ? (
            'Finished'
          ) : (
            <>
              Stopped at <span className="figures">{clockAt(entry.position, video.fps)}</span> of{' '}
              <span className="figures">{clockAt(video.frames, video.fps)}</span>
            </>
          )}
        </p>
        <p className="text-sm text-mute">
          <time dateTime={entry.lastAt.toISOString()}>{ago(entry.lastAt, now)}</time>
        </p>
      </div>
    </article>
  )
}
