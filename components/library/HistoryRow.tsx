import Link from 'next/link'
import type { ReactNode } from 'react'
import { Pending } from '#components/ui/Pending.tsx'
import { formatAgo } from '#lib/format/dates.ts'
import type { Video } from '#lib/videos/video.ts'
import type { WatchProgress } from '#lib/watch/progress/watchProgress.ts'
import { VideoThumbnail } from './VideoThumbnail.tsx'
import { WatchAgain } from './WatchAgain.tsx'
import { WatchStatus } from './WatchStatus.tsx'
import { watchedShare } from './watchedShare.ts'

type Props = {
  video: Video
  entry: WatchProgress
  now: Date
  /** The button that removes it from the history. */
  remove: ReactNode
}

/** A started video, with its progress and resume point. */
export function HistoryRow({ video, entry, now, remove }: Props) {
  return (
    <article className="relative flex items-center gap-4 py-4">
      <VideoThumbnail
        video={video}
        share={watchedShare(entry, video.frames)}
        className="w-28 shrink-0 rounded-control sm:w-36"
      />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4">
        <div className="min-w-0 basis-52 grow">
          <h3 className="font-medium wrap-break-word">
            <Link
              prefetch={false}
              href={`/videos/${video.id}`}
              className="after:absolute after:inset-0"
            >
              {video.title}
              <Pending />
            </Link>
          </h3>
          <p className="text-sm text-mute">
            <WatchStatus video={video} entry={entry} />
          </p>
          <p className="text-sm text-mute">
            <time dateTime={entry.lastAt.toISOString()}>{formatAgo(entry.lastAt, now)}</time>
          </p>
        </div>
        <div className="relative z-10 flex items-center gap-2 max-sm:flex-row-reverse max-sm:-ml-2">
          {entry.completedAt ? <WatchAgain video={video} /> : null}
          {remove}
        </div>
      </div>
    </article>
  )
}
