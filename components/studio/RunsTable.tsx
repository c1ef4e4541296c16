import { formatCount } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import type { FrameRate } from '#lib/videos/video.ts'

type Props = {
  runs: readonly (readonly [start: number, end: number, count: number])[]
  fps: FrameRate
}

const MAX_ROWS = 500

/** The ranges of frames one viewer has watched, and how often. */
export function RunsTable({ runs, fps }: Props) {
  return (
    <section>
      <h2 className="mb-3 font-medium">Watched ranges</h2>
      <table className="w-full text-left text-sm">
        <thead className="border-b border-line">
          <tr>
            <th scope="col" className="py-2 pr-4 font-medium">
              Time
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              Frames
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              Plays
            </th>
          </tr>
        </thead>
        <tbody className="figures text-xs">
          {runs.slice(0, MAX_ROWS).map(([start, end, times]) => (
            <tr key={start} className="border-b border-line">
              <th scope="row" className="py-2 pr-4 font-normal">
                {formatFrameTime(start, fps, 1)} – {formatFrameTime(end, fps, 1)}
              </th>
              <td className="py-2 pr-4 text-right text-mute">
                {end - start === 1
                  ? formatCount(start)
                  : `${formatCount(start)} – ${formatCount(end - 1)}`}
              </td>
              <td className="py-2 text-right">{formatCount(times)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {runs.length > MAX_ROWS ? (
        <p className="py-3 text-sm text-mute">
          The first {formatCount(MAX_ROWS)} of {formatCount(runs.length)} ranges.
        </p>
      ) : null}
    </section>
  )
}
