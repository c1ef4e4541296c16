import Link from 'next/link'
import { Poster } from '#components/ui/Poster.tsx'
import { pluralize } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import { precisionLabel } from '#lib/videos/precisionLabel.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  video: Video
  poster: string | null
  plays: number
  viewers: number
  /** Members who are watching now. */
  watching: number
}

/** A video in the studio's list with its plays and viewers; links to its analytics. */
export function VideoRow({ video, poster, plays, viewers, watching }: Props) {
  return (
    <article className="relative flex items-center gap-4 py-4">
      <div className="w-28 shrink-0 overflow-hidden rounded-control sm:w-36">
        <Poster src={poster} seed={video.id} />
      </div>
      <div className="grid min-w-0 flex-1 items-center gap-x-8 gap-y-1 sm:grid-cols-[1fr_9rem_9rem_4rem]">
        <div className="min-w-0">
          <h2 className="font-medium wrap-anywhere">
            <Link
              prefetch={false}
              href={`/studio/videos/${video.id}/analytics`}
              className="after:absolute after:inset-0"
            >
              {video.title}
            </Link>
          </h2>
          <p className="figures text-xs text-mute">
            {formatFrameTime(video.frames, video.fps)} · {hostFacts[video.host].name} ·{' '}
            {precisionLabel(video)}
            {video.visibility === 'draft' ? ' · draft' : ''}
            {video.visibility === 'public' ? ' · public' : ''}
            {video.status === 'processing' ? ' · processing' : ''}
            {watching > 0 ? (
              <span className="text-accent-text"> · {watching} watching now</span>
            ) : null}
          </p>
        </div>
        <p className="text-sm text-mute sm:text-right">{pluralize(plays, 'play')}</p>
        <p className="text-sm text-mute sm:text-right">{pluralize(viewers, 'viewer')}</p>
        <Link
          prefetch={false}
          href={`/studio/videos/${video.id}`}
          aria-label={`Details of ${video.title}`}
          className="relative z-10 justify-self-start text-sm text-mute sm:justify-self-end hover:text-text hover:underline"
        >
          Details
        </Link>
      </div>
    </article>
  )
}
