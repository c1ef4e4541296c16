import type { Runs } from '#lib/watch/aggregate/runs.ts'

type Props = {
  runs: Runs
  frames: number
  /** For screen readers: "44 % watched by Ada". */
  label: string
  className?: string
}

/** About the width of a bar in pixels: narrower runs are drawn together with their neighbours. */
const MAX_RECTS = 400

/** Which frames one viewer has watched, on the timeline of the video; brighter where more than once. */
export function CoverageBar({ runs, frames, label, className = 'h-2' }: Props) {
  const width = Math.max(1, frames)
  return (
    <svg
      viewBox={`0 0 ${width} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      className={`block w-full bg-line ${className}`}
    >
      {joined(runs, width / MAX_RECTS).map(([start, end, count]) => (
        <rect
          key={start}
          x={start}
          width={end - start}
          height={1}
          className="fill-accent"
          fillOpacity={count > 1 ? 1 : 0.7}
        />
      ))}
    </svg>
  )
}

/** Joins runs that are less than `gap` frames apart; the joined run has the highest count of them. */
function joined(runs: Runs, gap: number): [number, number, number][] {
  const pieces: [number, number, number][] = []
  for (const [start, end, count] of runs) {
    const last = pieces.at(-1)
    const isNear = last && start - last[1] < gap
    const isSmall = last && (end - start < gap || last[1] - last[0] < gap)
    if (last && isNear && (isSmall || last[2] > 1 === count > 1)) {
      last[1] = end
      last[2] = Math.max(last[2], count)
    } else pieces.push([start, end, count])
  }
  return pieces
}
