import type { ComponentProps } from 'react'

type Props = ComponentProps<'select'> & { label: string }

/** A select for a row of filters. */
export function Select({ label, className = '', ...select }: Props) {
  return (
    <select
      {...select}
      aria-label={label}
      className={`min-h-9 max-w-64 rounded-full border border-line bg-bg px-3 text-sm text-text ${className}`}
    />
  )
}
