import type { ReactNode } from 'react'
import { Sparkline } from '#components/charts/Sparkline.tsx'

type Props = {
  value: string
  unit?: string
  label: string
  /** One value a day, drawn under the number. */
  values?: number[]
  /** The label of the sparkline for screen readers. */
  sparklineLabel?: string
}

/** A key figure with a sparkline of its days, in a `TrendStatRow`. */
export function TrendStat({ value, unit, label, values, sparklineLabel }: Props) {
  return (
    <div className="flex flex-col gap-2 border-line py-4 sm:px-5 sm:not-first:border-l sm:first:pl-0 max-sm:not-first:border-t">
      <p className="display text-3xl">
        {value}
        {unit ? <span className="text-xl">{`\u2009${unit}`}</span> : null}
      </p>
      <p className="text-sm text-mute">{label}</p>
      {values ? (
        <Sparkline values={values} label={sparklineLabel ?? label} className="mt-auto h-7 w-full" />
      ) : null}
    </div>
  )
}

/** A row of `TrendStat`s. */
export function TrendStatRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid border-y border-line sm:auto-cols-fr sm:grid-flow-col">{children}</div>
  )
}
