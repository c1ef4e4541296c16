import { count, durationWords, percent } from '#lib/format/numbers.ts'
import { secondsAt, type Video } from '#lib/videos/video.ts'
import type { Retention } from '#lib/watch/analytics/retention.ts'

type Side = { video: Video; retention: Retention; name: string }

/** The few numbers of two audiences beside each other, and what that is more or less. */
export function ComparisonTable({ here, other }: { here: Side; other: Side }) {
  const rows = [
    { name: 'Plays', of: ({ retention }: Side) => retention.views, text: count },
    {
      name: 'Different viewers',
      of: ({ retention }: Side) => retention.uniqueViewers,
      text: count,
    },
    { name: 'Watched', of: secondsWatched, text: durationWords },
    {
      name: 'Saw 90\u2009% or more',
      of: ({ retention }: Side) => retention.completions,
      text: count,
    },
  ]
  return (
    <table className="w-full max-w-reading text-left text-sm">
      <caption className="sr-only">
        {here.name} and {other.name}
      </caption>
      <thead className="border-b border-line">
        <tr>
          <td />
          {[here.name, other.name, 'Difference'].map((name) => (
            <th key={name} scope="col" className="py-2 pl-4 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, of, text }) => {
          const [mine, theirs] = [of(here), of(other)]
          return (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-2 font-normal text-mute">
                {name}
              </th>
              <td className="figures py-2 pl-4 text-right">{mine === null ? '–' : text(mine)}</td>
              <td className="figures py-2 pl-4 text-right">
                {theirs === null ? '–' : text(theirs)}
              </td>
              <td className="figures py-2 pl-4 text-right text-mute">{change(mine, theirs)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const secondsWatched = ({ retention, video }: Side) => secondsAt(retention.watchedFrames, video.fps)

function change(mine: number | null, theirs: number | null): string {
  if (mine === null || theirs === null || theirs === 0) return '–'
  if (mine === theirs) return 'the same'
  return `${mine > theirs ? '+' : '−'}${percent(Math.abs(mine - theirs) / theirs)}`
}
