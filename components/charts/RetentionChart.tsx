'use client'

import { useMemo } from 'react'
import { pluralize } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { type Bins, binByMax } from '#lib/watch/aggregate/bins.ts'
import { type FrameCounts, indexOfMax } from '#lib/watch/aggregate/frameCounts.ts'
import { useCursorState } from './CursorProvider.tsx'
import { type ChartLine, type DecodedLine, decodeLine } from './chartLine.ts'
import { DataTable } from './DataTable.tsx'
import { FrameCursor } from './FrameCursor.tsx'
import { MAX_COLUMNS, spanOf } from './frameView.ts'
import { Heatmap } from './Heatmap.tsx'
import { countScale, PLOT } from './plot.ts'
import { stepArea, stepPath } from './stepPath.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { ViewBrush } from './ViewBrush.tsx'
import { ZoomButtons } from './ZoomButtons.tsx'

type Props = {
  fps: FrameRate
  /** The first is filled, drawn in the heatmaps, and the one whose spikes the pointer snaps to. */
  lines: ChartLine[]
}

/**
 * The retention curve, rendered on the server, so that it is visible before any script runs. Each
 * pixel shows the maximum of its frames, so that a spike of one frame is visible; zoomed in, each
 * frame is a column.
 */
export function RetentionChart({ fps, lines: encoded }: Props) {
  const lines = useMemo(() => encoded.map(decodeLine), [encoded])
  const view = useCursorState('view')
  const [first] = lines
  const counts = first?.counts ?? NONE
  const drawn = useMemo(
    () => lines.map((line) => toHeights(binByMax(line.counts, PLOT.width, view), line.heightOf)),
    [lines, view],
  )
  const { top, ticks } = countScale(Math.max(0, ...drawn.flatMap(({ values }) => values)))
  const x = (frame: number) => ((frame - view.from) / spanOf(view)) * PLOT.width
  const y = (height: number) => PLOT.height * (1 - height / top)
  const unit = first?.total === undefined ? '' : '%'
  const columns = spanOf(view) <= MAX_COLUMNS ? drawn[0] : undefined
  return (
    <>
      <div className="mr-9 xl:mr-0">
        <div className="relative">
          <div className="relative h-52 sm:h-60">
            {ticks.map(({ value, share }) => (
              <div
                key={value}
                aria-hidden="true"
                className="absolute inset-x-0 border-t border-line"
                style={{ bottom: `${share * 100}%` }}
              >
                <span className="figures absolute left-full -translate-y-1/2 pl-2 text-xs text-mute">
                  {value}
                  {unit}
                </span>
              </div>
            ))}
            <svg
              role="img"
              aria-label={labelOf(lines, fps)}
              viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
              preserveAspectRatio="none"
              className="absolute inset-0 size-full overflow-visible"
            >
              {columns
                ? columns.values.map((height, i) => (
                    <rect
                      key={columns.edges[i]}
                      x={x((columns.edges[i] ?? 0) + 0.06)}
                      width={(0.88 / spanOf(view)) * PLOT.width}
                      y={y(height)}
                      height={PLOT.height - y(height)}
                      className="fill-accent"
                      fillOpacity={0.45}
                    />
                  ))
                : drawn[0] && (
                    <path d={stepArea(drawn[0], x, y)} className="fill-accent" fillOpacity={0.13} />
                  )}
              {drawn.map((bins, i) => (
                <path
                  key={lines[i]?.name}
                  d={stepPath(bins, x, y)}
                  fill="none"
                  strokeWidth={i === 0 ? 1.7 : 1.6}
                  strokeDasharray={i === 0 ? undefined : '5 3'}
                  strokeLinejoin="round"
                  vectorEffect="non-scaling-stroke"
                  className={i === 0 ? 'stroke-accent' : 'stroke-cool'}
                />
              ))}
            </svg>
          </div>
          <Heatmap counts={counts} view={view} className="mt-2.5 h-4" />
          <FrameCursor fps={fps} lines={lines} top={top} />
        </div>
        <TimeAxis frames={counts.length} fps={fps} view={view} />
        <ViewBrush counts={counts} />
      </div>
      <ZoomButtons fps={fps} />
      <DataTable fps={fps} lines={lines} />
    </>
  )
}

const NONE: FrameCounts = new Float64Array()

function toHeights({ edges, values }: Bins, heightOf: (count: number) => number): Bins {
  return { edges, values: values.map(heightOf) }
}

function labelOf([first, ...others]: DecodedLine[], fps: FrameRate): string {
  if (!first) return ''
  const { counts, one, many } = first
  const peak = indexOfMax(counts)
  const most = counts[peak] ?? 0
  const names = [first, ...others].map(({ name }) => name).join(' and ')
  const what = `${names.charAt(0).toUpperCase()}${names.slice(1)} of each frame.`
  if (most === 0) return `${what} Nothing was played.`
  return `${what} Most at ${formatFrameTime(peak, fps, 1)}: ${pluralize(most, one, many)}.`
}
