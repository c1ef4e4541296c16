import { binByMax } from '#lib/watch/aggregate/bins.ts'
import type { View } from './frameView.ts'
import { heatPieces, PLOT } from './plot.ts'

const LEVELS = 24

type Props = {
  series: ArrayLike<number>
  /** The part of it that is shown; all of it when left out. */
  view?: View
  /** Spoken instead of the picture; left out where the numbers stand beside it. */
  label?: string
  className?: string
  /** How bright the least count is, 0..1: high where seen or not seen is the question. */
  floor?: number
}

/** How often each frame was played, as light: the same scale from left to right as the curve. */
export function HeatStrip({
  series,
  view = { from: 0, to: series.length },
  label,
  className = 'h-4',
  floor = 0.08,
}: Props) {
  const pieces = heatPieces(binByMax(series, PLOT.width, view), LEVELS)
  return (
    <svg
      viewBox={`${view.from} 0 ${Math.max(1, view.to - view.from)} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      className={`block w-full bg-raise ${className}`}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {pieces.map(({ from, to, level }) =>
        level > 0 ? (
          <rect
            key={from}
            x={from}
            width={to - from}
            height={1}
            className="fill-accent"
            fillOpacity={glow(level, floor)}
          />
        ) : null,
      )}
    </svg>
  )
}

/** The eye tells bright from brighter badly: the upper half of the counts gets most of the light. */
const glow = (level: number, floor: number) =>
  Number((floor + (1 - floor) * (level / LEVELS) ** 1.6).toFixed(2))
