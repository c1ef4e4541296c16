type Props = {
  /** Any text: the same text gives the same picture. */
  seed: string
  className?: string
}

/** A generated evening landscape, for videos without a poster. Decorative. */
export function PlaceholderScene({ seed, className = '' }: Props) {
  const number = hash(seed)
  const hue = 190 + (number % 70)
  const sun = 196 + (number % 44)
  const height = 70 + ((number >> 6) % 30)
  const mirrored = ((number >> 3) & 1) === 1
  const id = `evening-${number.toString(36)}`
  return (
    <svg
      viewBox="0 0 320 180"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={`block ${className}`}
    >
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor={`oklch(0.36 0.05 ${hue})`} />
          <stop offset="0.62" stopColor="oklch(0.62 0.1 68)" />
          <stop offset="1" stopColor="oklch(0.34 0.06 55)" />
        </linearGradient>
      </defs>
      <g transform={mirrored ? 'matrix(-1 0 0 1 320 0)' : undefined}>
        <rect width="320" height="180" fill={`url(#${id})`} />
        <circle cx={sun} cy={height} r="17" fill="oklch(0.89 0.11 84)" />
        <path d="M0 136 52 98l46 28 54-44 60 52 52-32 56 28v50H0Z" fill="oklch(0.24 0.03 55)" />
        <path d="M0 152l80-20 90 22 60-18 90 14v30H0Z" fill="oklch(0.17 0.02 50)" />
      </g>
    </svg>
  )
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}
