import Link from 'next/link'
import { clockAt } from '#components/charts/clock.ts'
import { several } from '#components/charts/numbers.ts'
import { Poster } from '#components/ui/Poster.tsx'
import type { Video } from '#lib/videos/video.ts'

type Props = { video: Video; poster: string | null; plays: number; viewers: number }

/** A video of the studio, with what came of it; leads to its curve. */
export function VideoRow({ video, poster, plays, viewers }: Props) {
  return (
    <article className="relative flex items-center gap-4 py-4">
      <div className="w-28 shrink-0 overflow-hidden rounded-control sm:w-36">
        <Poster src={poster} seed={video.id} />
      </div>
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-8 gap-y-1">
        <div className="min-w-0">
          <h2 className="font-medium">
            <Link
              href={`/studio/videos/${video.id}/analytics`}
              className="after:absolute after:inset-0"
            >
              {video.title}
            </Link>
          </h2>
          <p className="figures text-xs text-mute">
            {clockAt(video.frames, video.fps)}
            {video.visibility === 'draft' ? ' · draft' : ''}
          </p>
        </div>
        <p className="text-sm text-mute">
          {several(plays, 'play')} · {several(viewers, 'viewer')}
        </p>
        <Link
          href={`/studio/videos/${video.id}`}
          aria-label={`Details of ${video.title}`}
          className="relative z-10 text-sm text-mute hover:text-text hover:underline"
        >
          Details
        </Link>
      </div>
    </article>
  )
}
