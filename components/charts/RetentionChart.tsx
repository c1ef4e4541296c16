import type { ReactNode } from 'react'
import type { FrameRate } from '#lib/videos/video.ts'
import { binByMax } from './binByMax.ts'
import { clockAt } from './clock.ts'
import { HeatStrip } from './HeatStrip.tsx'
import { several } from './numbers.ts'
import { countScale, PLOT } from './plot.ts'
import { stepArea, stepPath } from './stepPath.ts'
import { TimeAxis } from './TimeAxis.tsx'

type Props = {
  fps: FrameRate
  plays: ArrayLike<number>
  viewers: ArrayLike<number> | null
  /** Laid over the plot and the strip: the cursor. */
  children?: ReactNode
}

/**
 * Plays and different viewers, frame by frame, as a drawing that stands before any script runs.
 * Each pixel shows the greatest of its frames, so that a spike of one frame is seen.
 */
export function RetentionChart({ fps, plays, viewers, children }: Props) {
  const played = binByMax(plays, PLOT.width)
  const seen = viewers ? binByMax(viewers, PLOT.width) : null
  const { top, ticks } = countScale(Math.max(0, ...played.values))
  const x = (frame: number) => (frame / Math.max(1, plays.length)) * PLOT.width
  const y = (count: number) => PLOT.height * (1 - count / top)
  return (
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
              </span>
            </div>
          ))}
          <svg
            role="img"
            aria-label={spoken(plays, viewers, fps)}
            viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            <path d={stepArea(played, x, y)} className="fill-accent" fillOpacity={0.13} />
            <Line d={stepPath(played, x, y)} className="stroke-accent" width={1.7} />
            {seen ? (
              <Line d={stepPath(seen, x, y)} className="stroke-cool" width={1.6} dashes="5 3" />
            ) : null}
          </svg>
        </div>
        <HeatStrip series={plays} className="mt-2.5 h-4" />
        {children}
      </div>
      <TimeAxis frames={plays.length} fps={fps} />
    </div>
  )
}

type LineProps = { d: string; className: string; width: number; dashes?: string }

function Line({ d, className, width, dashes }: LineProps) {
  return (
    <path
      d={d}
      fill="none"
      strokeWidth={width}
      strokeDasharray={dashes}
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
      className={className}
    />
  )
}

function spoken(
  plays: ArrayLike<number>,
  viewers: ArrayLike<number> | null,
  fps: FrameRate,
): string {
  let peak = 0
  for (let frame = 1; frame < plays.length; frame++)
    if ((plays[frame] ?? 0) > (plays[peak] ?? 0)) peak = frame
  const most = plays[peak] ?? 0
  const what = viewers ? 'Plays and different viewers' : 'Plays'
  if (most === 0) return `${what} of each frame. Nothing was played.`
  return `${what} of each frame. Most at ${clockAt(peak, fps, 1)}: ${several(most, 'play')}.`
}
