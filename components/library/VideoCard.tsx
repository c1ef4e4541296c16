import Link from 'next/link'
import { Pending } from '#components/ui/Pending.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import type { Video } from '#lib/videos/video.ts'
import type { WatchProgress } from '#lib/watch/progress/watchProgress.ts'
import { VideoThumbnail } from './VideoThumbnail.tsx'
import { WatchAgain } from './WatchAgain.tsx'
import { WatchStatus } from './WatchStatus.tsx'
import { watchedShare } from './watchedShare.ts'

type Props = { video: Video; entry: WatchProgress | undefined }

/** A video of the library; the whole card is a link. */
export function VideoCard({ video, entry }: Props) {
  return (
    <article className="group relative flex flex-col gap-3">
      <VideoThumbnail
        video={video}
        share={watchedShare(entry, video.frames)}
        className="rounded-picture"
        posterClass="transition-opacity duration-200 group-hover:opacity-85"
      />
      <div>
        <h3 className="font-medium wrap-anywhere">
          <Link
            prefetch={false}
            href={`/videos/${video.id}`}
            className="after:absolute after:inset-0 after:rounded-picture"
          >
            {video.title}
            <Pending />
          </Link>
        </h3>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-mute">
          {entry ? (
            <span>
              <WatchStatus video={video} entry={entry} />
            </span>
          ) : (
            <span className="figures text-xs">{formatFrameTime(video.frames, video.fps)}</span>
          )}
          {entry?.completedAt ? <WatchAgain video={video} /> : null}
        </p>
      </div>
    </article>
  )
}
