import type { ReactNode } from 'react'

type Props = {
  value: string
  /** Shown small after the value: "h", "%". */
  unit?: string
  label: string
}

/** A figure with its label, inside a `StatRow`. */
export function Stat({ value, unit, label }: Props) {
  return (
    <div className="flex flex-col-reverse justify-end gap-0.5 border-line px-5 py-3 not-first:border-l max-sm:odd:pl-0 max-sm:odd:border-l-0 sm:first:pl-0">
      <dt className="text-sm text-mute">{label}</dt>
      <dd className="display text-3xl">
        {value}
        {unit ? <span className="text-xl">{`\u2009${unit}`}</span> : null}
      </dd>
    </div>
  )
}

/** A row of figures. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 border-y border-line py-1 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
      {children}
    </dl>
  )
}
