import { FrameCursor } from '#components/charts/FrameCursor.tsx'
import { Legend } from '#components/charts/Legend.tsx'
import { NumbersTable } from '#components/charts/NumbersTable.tsx'
import { count } from '#components/charts/numbers.ts'
import { RetentionChart } from '#components/charts/RetentionChart.tsx'
import { toRunLengths } from '#components/charts/runLengths.ts'
import { AsOf } from '#components/ui/AsOf.tsx'
import { precisionWords } from '#lib/videos/precisionWords.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  video: Video
  retention: { plays: number[]; viewers: number[] | null; asOf: string }
  period: string
  now: Date
}

/** The curve over all frames, the strip under it, and the numbers behind both. */
export function FrameByFrame({ video, retention: { plays, viewers, asOf }, period, now }: Props) {
  const age = (now.getTime() - new Date(asOf).getTime()) / 1_000
  return (
    <section id="curve" className="flex scroll-mt-4 flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h2 className="font-medium">Frame by frame</h2>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <Legend viewers={viewers !== null} />
          <p className="figures text-xs text-mute">
            {count(video.frames)} frames · {precisionWords(video)} ·{' '}
            <AsOf age={age} madeAt={now.toISOString()} />
          </p>
        </div>
      </div>
      <RetentionChart fps={video.fps} plays={plays} viewers={viewers}>
        <FrameCursor
          fps={video.fps}
          plays={toRunLengths(plays)}
          viewers={viewers && toRunLengths(viewers)}
        />
      </RetentionChart>
      <NumbersTable
        fps={video.fps}
        plays={plays}
        viewers={viewers}
        csv={`/api/videos/${video.id}/retention?period=${period}&format=csv`}
      />
    </section>
  )
}
