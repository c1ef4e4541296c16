import Link from 'next/link'
import { clockAt } from '#components/charts/clock.ts'
import { percent } from '#components/charts/numbers.ts'
import { ago } from '#components/ui/ago.ts'
import { Poster } from '#components/ui/Poster.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import type { Video } from '#lib/videos/video.ts'
import type { ShelfEntry } from '#lib/watch/shelf.ts'
import { seenShare } from './seenShare.ts'

type Props = { video: Video; poster: string | null; entry: ShelfEntry; now: Date }

/** A film that was begun: how far, and where it waits. */
export function HistoryRow({ video, poster, entry, now }: Props) {
  const share = seenShare(entry, video.frames)
  return (
    <article className="relative flex items-center gap-4 py-4">
      <div className="relative w-28 shrink-0 overflow-hidden rounded-control sm:w-36">
        <Poster src={poster} seed={video.id} />
        <ProgressBar
          share={share}
          label={`${percent(share)} of ${video.title} seen`}
          className="absolute inset-x-0 bottom-0"
        />
      </div>
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
