import Link from 'next/link'
import { clockAt } from '#components/charts/clock.ts'
import { percent } from '#components/charts/numbers.ts'
import { Poster } from '#components/ui/Poster.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import type { Video } from '#lib/videos/video.ts'
import type { ShelfEntry } from '#lib/watch/shelf.ts'
import { seenShare } from './seenShare.ts'

type Props = { video: Video; poster: string | null; entry: ShelfEntry | undefined }

/** A film of the library; the whole card is its link. */
export function VideoCard({ video, poster, entry }: Props) {
  const share = seenShare(entry, video.frames)
  return (
    <article className="group relative flex flex-col gap-3">
      <div className="relative overflow-hidden rounded-picture">
        <Poster
          src={poster}
          seed={video.id}
          className="transition-opacity duration-200 group-hover:opacity-85"
        />
        {share > 0 ? (
          <ProgressBar
            share={share}
            label={`${percent(share)} of ${video.title} seen`}
            className="absolute inset-x-0 bottom-0"
          />
        ) : null}
      </div>
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
        <p className="figures mt-0.5 text-xs text-mute">
          {clockAt(video.frames, video.fps)}
          {share > 0 ? ` · ${entry?.completedAt ? 'seen' : percent(share)}` : ''}
        </p>
      </div>
    </article>
  )
}
