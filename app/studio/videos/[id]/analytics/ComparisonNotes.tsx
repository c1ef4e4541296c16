import { ComparisonTable } from '#components/studio/ComparisonTable.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import { secondsAt, type Video } from '#lib/videos/video.ts'
import type { VideoCounts } from '#lib/watch/analytics/retention.ts'
import type { Comparison } from './readComparison.ts'

type Props = { video: Video; name: string; counts: VideoCounts; comparison: Comparison | null }

/** What the two lines are, in words, with their totals. */
export function ComparisonNotes({ video, name, counts, comparison }: Props) {
  if (!comparison) return null
  if (comparison.kind === 'replays')
    return (
      <p className="max-w-reading text-sm text-mute">
        {counts.viewers
          ? 'A first play is a viewer’s first play of a frame; every further one is a replay, also in the same visit.'
          : 'First plays cannot be added up over several days: a first play of one day may be the tenth of that viewer. Choose all time or a single day.'}
      </p>
    )
  const other = comparison.video
  const isShorter = secondsAt(other.frames, other.fps) < secondsAt(video.frames, video.fps)
  return (
    <div className="flex flex-col gap-3">
      <ComparisonTable current={{ video, counts, name }} other={comparison} />
      <p className="max-w-reading text-sm text-mute">
        Each line is a percentage of its own plays, so audiences of different sizes can be compared.
        {other.id === video.id
          ? ''
          : ` Both videos start at 0:00${isShorter ? `; the other one ends at ${formatFrameTime(other.frames, other.fps)}` : ''}.`}
      </p>
    </div>
  )
}
