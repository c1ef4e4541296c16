type Props = {
  /** 0..1 */
  share: number
  /** For screen readers: "44 % watched". */
  label: string
  className?: string
}

export function ProgressBar({ share, label, className = '' }: Props) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={`h-1 overflow-hidden bg-line ${className}`}
    >
      <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
    </div>
  )
}
