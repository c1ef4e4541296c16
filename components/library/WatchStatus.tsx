import { formatFrameTime } from '#lib/format/time.ts'
import type { Video } from '#lib/videos/video.ts'
import { resumeFrameOf } from '#lib/watch/progress/resume.ts'
import type { WatchProgress } from '#lib/watch/progress/watchProgress.ts'

type Props = { video: Video; entry: WatchProgress }

/** Where a started video will resume. */
export function WatchStatus({ video, entry }: Props) {
  if (entry.completedAt) return 'Finished'
  if (resumeFrameOf(entry.position, video) === 0) return 'Starts from the beginning'
  return (
    <>
      Stopped at <span className="figures">{formatFrameTime(entry.position, video.fps)}</span> of{' '}
      <span className="figures">{formatFrameTime(video.frames, video.fps)}</span>
    </>
  )
}
