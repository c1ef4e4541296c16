import { binByMax } from '#lib/watch/aggregate/bins.ts'
import type { View } from './frameView.ts'
import { heatmapPieces, PLOT } from './plot.ts'

const LEVELS = 24

type Props = {
  counts: ArrayLike<number>
  /** The frames that are shown; all of them when left out. */
  view?: View
  /** For screen readers; left out where the same numbers are in the page as text. */
  label?: string
  className?: string
}

/** How often each frame was played, as brightness, on the same horizontal scale as the curve. */
export function Heatmap({
  counts,
  view = { from: 0, to: counts.length },
  label,
  className = 'h-4',
}: Props) {
  const pieces = heatmapPieces(binByMax(counts, PLOT.width, view), LEVELS)
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
            fillOpacity={opacityOf(level)}
          />
        ) : null,
      )}
    </svg>
  )
}

const MIN_OPACITY = 0.08

/** Above linear: the eye resolves bright shades badly, so the upper half of the counts gets most of the range. */
const opacityOf = (level: number) =>
  Number((MIN_OPACITY + (1 - MIN_OPACITY) * (level / LEVELS) ** 1.6).toFixed(2))
