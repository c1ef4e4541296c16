import type { ReactNode } from 'react'
import type { ChartLine } from '#components/charts/chartLine.ts'
import { Legend } from '#components/charts/Legend.tsx'
import { RetentionChart } from '#components/charts/RetentionChart.tsx'
import { DataAge } from '#components/ui/DataAge.tsx'
import { formatCount } from '#lib/format/numbers.ts'
import { precisionLabel } from '#lib/videos/precisionLabel.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  video: Video
  lines: ChartLine[]
  /** ISO 8601: everything before it is counted. */
  asOf: string
  now: Date
  /** Controls and notes between heading and chart. */
  children?: ReactNode
}

/** The retention chart with its heading, legend, and the age of its counts. */
export function RetentionSection({ video, lines, asOf, now, children }: Props) {
  const age = (now.getTime() - new Date(asOf).getTime()) / 1_000
  return (
    <section id="curve" className="flex scroll-mt-4 flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h2 className="font-medium">Audience retention</h2>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <Legend names={lines.map(({ name }) => name)} />
          <p className="figures text-xs text-mute">
            {formatCount(video.frames)} frames · {precisionLabel(video)} ·{' '}
            <DataAge age={age} madeAt={now.toISOString()} />
          </p>
        </div>
      </div>
      {children}
      <RetentionChart fps={video.fps} lines={lines} />
    </section>
  )
}
