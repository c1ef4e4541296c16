import type { CourseItem } from '#lib/collections/course.ts'
import { formatPercent } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import { watchedShare } from './watchedShare.ts'

/** How long a video in an order is, how far the member is in it, and whether it is open to them. */
export function LengthAndProgress({ video, entry, isFinished, isLocked }: CourseItem) {
  const share = watchedShare(entry, video.frames)
  const words = isFinished ? 'finished' : share > 0 ? formatPercent(share) : ''
  return (
    <>
      <p className="figures mt-0.5 text-xs text-mute">
        {formatFrameTime(video.frames, video.fps)}
        {words ? ` · ${words}` : ''}
      </p>
      {isLocked ? (
        <p className="text-sm text-mute">Opens when the item before it is finished</p>
      ) : null}
    </>
  )
}
