import type { CourseItem } from '#lib/collections/course.ts'
import { formatPercent } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import { watchedShare } from './watchedShare.ts'

/** The length of a video in a list, the member's progress and whether it is locked. */
export function LengthAndProgress({ video, entry, isFinished, isLocked }: CourseItem) {
  const share = watchedShare(entry, video.frames)
  const status = isFinished ? 'finished' : share > 0 ? formatPercent(share) : ''
  return (
    <>
      <p className="figures mt-0.5 text-xs text-mute">
        {formatFrameTime(video.frames, video.fps)}
        {status ? ` · ${status}` : ''}
      </p>
      {isLocked ? (
        <p className="text-sm text-mute">Unlocks when you finish the previous video</p>
      ) : null}
    </>
  )
}
