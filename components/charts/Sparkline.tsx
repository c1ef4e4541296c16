import { formatCount } from '#lib/format/numbers.ts'
import { stepArea, stepPath } from './stepPath.ts'

type Props = {
  values: number[]
  /** What a value is: "new members". Screen readers get the last and the greatest value. */
  label: string
  className?: string
}

const WIDTH = 120
const HEIGHT = 28

/** One value a day as a small step line; nothing is smoothed. */
export function Sparkline({ values, label, className = 'h-7 w-full max-w-40' }: Props) {
  const most = Math.max(...values, 0)
  const bins = { edges: [...values, 0].map((_, i) => i), values }
  const x = (day: number) => (day / Math.max(1, values.length)) * WIDTH
  const y = (value: number) => HEIGHT - 1 - (value / Math.max(most, Number.EPSILON)) * (HEIGHT - 3)
  const description =
    most === 0
      ? `${label}: none in ${values.length} days`
      : `${label} by day: at most ${formatCount(most)}, today ${formatCount(values.at(-1) ?? 0)}`
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={description}
      className={`block ${className}`}
    >
      <path d={stepArea(bins, x, y)} className="fill-accent" fillOpacity={0.13} />
      <path
        d={stepPath(bins, x, y)}
        fill="none"
        strokeWidth={1.4}
        vectorEffect="non-scaling-stroke"
        className="stroke-accent"
      />
    </svg>
  )
}
