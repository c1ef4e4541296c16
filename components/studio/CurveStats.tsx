import { Stat, StatRow } from '#components/ui/Stat.tsx'
import { count, duration, percent } from '#lib/format/numbers.ts'
import { secondsAt, type Video } from '#lib/videos/video.ts'
import type { Retention } from '#lib/watch/analytics/retention.ts'

type Props = {
  video: Video
  retention: Pick<Retention, 'views' | 'uniqueViewers' | 'watchedFrames' | 'completions'>
}

// A video is completed when nine tenths of its frames were seen: `completions` counts that.
const FINISHED = 'saw 90\u2009% or more'

/** The few numbers of a video, large. */
export function CurveStats({ video, retention }: Props) {
  const { views, uniqueViewers, watchedFrames, completions } = retention
  return (
    <StatRow>
      <Stat value={count(views)} label={views === 1 ? 'play' : 'plays'} />
      {uniqueViewers === null ? null : (
        <Stat
          value={count(uniqueViewers)}
          label={uniqueViewers === 1 ? 'viewer' : 'different viewers'}
        />
      )}
      <Stat {...duration(secondsAt(watchedFrames, video.fps))} label="watched" />
      {uniqueViewers ? (
        <Stat value={percent(completions / uniqueViewers)} label={FINISHED} />
      ) : (
        <Stat value={count(completions)} label={FINISHED} />
      )}
    </StatRow>
  )
}
