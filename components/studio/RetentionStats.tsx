import { Stat, StatRow } from '#components/ui/Stat.tsx'
import { durationParts, formatCount, formatPercent } from '#lib/format/numbers.ts'
import { secondsAt, type Video } from '#lib/videos/video.ts'
import type { VideoCounts } from '#lib/watch/analytics/retention.ts'

type Props = {
  video: Video
  counts: Pick<VideoCounts, 'views' | 'uniqueViewers' | 'watchedFrames' | 'completions'>
}

// A video counts as finished when nine tenths of its frames were seen: `completions`.
const FINISHED = 'watched 90\u2009% or more'

/** The key figures of a video. */
export function RetentionStats({ video, counts }: Props) {
  const { views, uniqueViewers, watchedFrames, completions } = counts
  return (
    <StatRow>
      <Stat value={formatCount(views)} label={views === 1 ? 'play' : 'plays'} />
      {uniqueViewers === null ? null : (
        <Stat
          value={formatCount(uniqueViewers)}
          label={uniqueViewers === 1 ? 'unique viewer' : 'unique viewers'}
        />
      )}
      <Stat {...durationParts(secondsAt(watchedFrames, video.fps))} label="watch time" />
      {uniqueViewers ? (
        <Stat value={formatPercent(completions / uniqueViewers)} label={FINISHED} />
      ) : (
        <Stat value={formatCount(completions)} label={FINISHED} />
      )}
    </StatRow>
  )
}
