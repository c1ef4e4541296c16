'use client'

import { useMemo } from 'react'
import { formatCount } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { useCursorState } from './CursorProvider.tsx'
import type { DecodedLine } from './chartLine.ts'
import { type Bounds, tableRows } from './tableRows.ts'

type Props = { fps: FrameRate; lines: DecodedLine[] }

/** The counts that the chart shows, as a table; finer as the chart is zoomed in. */
export function DataTable({ fps, lines }: Props) {
  const view = useCursorState('view')
  const rows = useMemo(
    () =>
      tableRows(
        lines.map(({ counts }) => counts),
        view,
        fps.num / fps.den,
      ),
    [lines, view, fps],
  )
  const [frame] = rows
  const isByFrame = frame !== undefined && frame.to - frame.from === 1
  return (
    <details className="text-sm">
      <summary className="w-fit py-1 text-mute hover:text-text">View as data table</summary>
      <p className="py-2 text-mute">
        {isByFrame
          ? 'One row per frame of the range shown.'
          : 'Lowest and highest count of each range. Zoom in to see every frame.'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section aria-label="Counts by time" tabIndex={0} className="max-h-96 overflow-auto">
        <table className="w-full border-collapse text-left">
          <thead className="sticky top-0 bg-bg">
            <tr className="border-b border-line">
              <th scope="col" className="py-2 pr-6 font-medium">
                Time
              </th>
              <th scope="col" className="py-2 pr-6 text-right font-medium">
                Frames
              </th>
              {lines.map(({ name }) => (
                <th
                  key={name}
                  scope="col"
                  className="py-2 pr-6 text-right font-medium first-letter:uppercase"
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="figures">
            {rows.map(({ from, to, bounds }) => (
              <tr key={from} className="border-b border-line">
                <th scope="row" className="py-1 pr-6 font-normal">
                  {formatFrameTime(from, fps, isByFrame ? 2 : 0)}
                </th>
                <td className="py-1 pr-6 text-right text-mute">
                  {to - from === 1 ? from : `${from}–${to - 1}`}
                </td>
                {bounds.map((each, i) => (
                  <td key={lines[i]?.name} className="py-1 pr-6 text-right">
                    {rangeText(each)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

const rangeText = ({ min, max }: Bounds) =>
  min === max ? formatCount(max) : `${formatCount(min)}–${formatCount(max)}`
