import type { FrameRate } from '#lib/videos/video.ts'
import { clockAt } from './clock.ts'
import { count } from './numbers.ts'
import { type Bounds, tableRows } from './tableRows.ts'

type Props = {
  fps: FrameRate
  plays: ArrayLike<number>
  viewers: ArrayLike<number> | null
  /** Every frame, as a file. */
  csv: string
}

/** The numbers behind the chart, for whoever reads them better than a line. */
export function NumbersTable({ fps, plays, viewers, csv }: Props) {
  const rows = tableRows(plays, viewers, fps.num / fps.den)
  return (
    <details className="text-sm">
      <summary className="w-fit py-1 text-mute hover:text-text">The numbers as a table</summary>
      <p className="py-2 text-mute">
        The least and the most of each stretch.{' '}
        <a href={csv} className="link">
          Every frame as CSV
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label="Counts by time" tabIndex={0} className="max-h-96 overflow-auto">
        <table className="w-full border-collapse text-left">
          <thead className="sticky top-0 bg-bg">
            <tr className="border-b border-line">
              <th scope="col" className="py-2 pr-6 font-medium">
                From
              </th>
              <th scope="col" className="py-2 pr-6 text-right font-medium">
                Frames
              </th>
              <th scope="col" className="py-2 pr-6 text-right font-medium">
                Plays
              </th>
              {viewers ? (
                <th scope="col" className="py-2 text-right font-medium">
                  Different viewers
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody className="figures">
            {rows.map((row) => (
              <tr key={row.from} className="border-b border-line">
                <th scope="row" className="py-1 pr-6 font-normal">
                  {clockAt(row.from, fps)}
                </th>
                <td className="py-1 pr-6 text-right text-mute">
                  {row.from}–{row.to - 1}
                </td>
                <td className="py-1 pr-6 text-right">{range(row.plays)}</td>
                {row.viewers ? <td className="py-1 text-right">{range(row.viewers)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

const range = ({ least, most }: Bounds) =>
  least === most ? count(most) : `${count(least)}–${count(most)}`
