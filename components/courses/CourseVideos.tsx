import Link from 'next/link'
import { LengthAndProgress } from '#components/library/LengthAndProgress.tsx'
import { VideoThumbnail } from '#components/library/VideoThumbnail.tsx'
import { videoHref } from '#components/library/videoHref.ts'
import { watchedShare } from '#components/library/watchedShare.ts'
import type { CourseItem } from '#lib/collections/course.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  collectionId: string
  items: CourseItem[]
  /** The next video to watch. */
  next: Video | null
}

/** The videos of a course in order, with the member's progress and locks. */
export function CourseVideos({ collectionId, items, next }: Props) {
  return (
    <ol className="border-t border-line">
      {items.map((item, i) => {
        const { video, entry, isLocked } = item
        return (
          <li
            key={video.id}
            className="relative flex items-center gap-4 border-b border-line py-4"
            aria-current={video.id === next?.id ? 'step' : undefined}
          >
            <span className="figures w-6 shrink-0 text-right text-xs text-mute">{i + 1}</span>
            <VideoThumbnail
              video={video}
              share={watchedShare(entry, video.frames)}
              className="w-28 shrink-0 rounded-control sm:w-36"
              posterClass={isLocked ? 'opacity-50' : ''}
            />
            <div className="min-w-0 flex-1 wrap-anywhere">
              <h2 className={isLocked ? 'text-mute' : 'font-medium'}>
                {isLocked ? (
                  video.title
                ) : (
                  <Link
                    prefetch={false}
                    href={videoHref(video.id, collectionId)}
                    className="after:absolute after:inset-0"
                  >
                    {video.title}
                  </Link>
                )}
              </h2>
              <LengthAndProgress {...item} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}
