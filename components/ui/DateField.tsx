import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: string }

/** A date input for a row of filters. */
export function DateField({ label, ...input }: Props) {
  return (
    <input
      {...input}
      type="date"
      aria-label={label}
      className="min-h-8 rounded-full border border-line bg-transparent px-3 text-sm text-mute"
    />
  )
}
