import { ComparisonTable } from '#components/studio/ComparisonTable.tsx'
import { clockAt } from '#lib/format/clock.ts'
import { secondsAt, type Video } from '#lib/videos/video.ts'
import type { Retention } from '#lib/watch/analytics/retention.ts'
import type { Comparison } from './readComparison.ts'

type Props = { video: Video; name: string; retention: Retention; comparison: Comparison | null }

/** What the two lines are, in words, with their sums. */
export function ComparisonNotes({ video, name, retention, comparison }: Props) {
  if (!comparison) return null
  if (comparison.kind === 'repeats')
    return (
      <p className="max-w-reading text-sm text-mute">
        {retention.viewers
          ? 'A first play is a viewer’s first of that frame, a later one every further. In which visit it was is not kept.'
          : 'Over several days first plays do not add up: somebody’s first of one day may be their tenth. Choose all time or one day.'}
      </p>
    )
  const other = comparison.video
  const isShort = secondsAt(other.frames, other.fps) < secondsAt(video.frames, video.fps)
  return (
    <div className="flex flex-col gap-3">
      <ComparisonTable
        here={{ video, retention, name: other.id === video.id ? name : video.title }}
        other={comparison}
      />
      <p className="max-w-reading text-sm text-mute">
        Each line is the share of its own plays, so that audiences of different size can be
        compared.
        {other.id === video.id
          ? ''
          : ` Both videos begin together${isShort ? `; the other ends at ${clockAt(other.frames, other.fps)}` : ''}.`}
      </p>
    </div>
  )
}
