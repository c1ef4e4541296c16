import { formatCount, formatDuration, formatPercent } from '#lib/format/numbers.ts'
import { secondsAt, type Video } from '#lib/videos/video.ts'
import type { VideoCounts } from '#lib/watch/analytics/retention.ts'

type Side = { video: Video; counts: VideoCounts; name: string }

/** The totals of two audiences side by side, with the difference in percent. */
export function ComparisonTable({ current, other }: { current: Side; other: Side }) {
  const rows = [
    { name: 'Plays', numberIn: ({ counts }: Side) => counts.views, format: formatCount },
    {
      name: 'Unique viewers',
      numberIn: ({ counts }: Side) => counts.uniqueViewers,
      format: formatCount,
    },
    { name: 'Watch time', numberIn: secondsWatched, format: formatDuration },
    {
      name: 'Watched 90\u2009% or more',
      numberIn: ({ counts }: Side) => counts.completions,
      format: formatCount,
    },
  ]
  return (
    <table className="w-full max-w-reading text-left text-sm">
      <caption className="sr-only">
        {current.name} and {other.name}
      </caption>
      <thead className="border-b border-line">
        <tr>
          <td />
          {[current.name, other.name, 'Difference'].map((name) => (
            <th key={name} scope="col" className="py-2 pl-4 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, numberIn, format }) => {
          const [value, otherValue] = [numberIn(current), numberIn(other)]
          return (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-2 font-normal text-mute">
                {name}
              </th>
              <td className="figures py-2 pl-4 text-right">
                {value === null ? '–' : format(value)}
              </td>
              <td className="figures py-2 pl-4 text-right">
                {otherValue === null ? '–' : format(otherValue)}
              </td>
              <td className="figures py-2 pl-4 text-right text-mute">
                {difference(value, otherValue)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const secondsWatched = ({ counts, video }: Side) => secondsAt(counts.watchedFrames, video.fps)

function difference(value: number | null, other: number | null): string {
  if (value === null || other === null || other === 0) return '–'
  if (value === other) return 'no change'
  return `${value > other ? '+' : '−'}${formatPercent(Math.abs(value - other) / other)}`
}
