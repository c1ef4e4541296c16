import type { ComponentProps } from 'react'
import { LabelledControl, type LabelledProps } from './LabelledControl.tsx'

type Props = ComponentProps<'input'> & LabelledProps

/**
 * A labelled input. Everything else goes to the input: `{...register('email')}` of react-hook-form
 * works, and so does a plain `name`.
 */
export function Field({ label, hint, error, id, className, ...input }: Props) {
  return (
    <LabelledControl label={label} hint={hint} error={error} id={id} className={className}>
      {(controlProps) => (
        <input
          {...input}
          {...controlProps}
          className="min-h-11 min-w-0 rounded-control border border-edge bg-raise px-3 py-2 text-base text-text placeholder:text-mute aria-invalid:border-bad"
        />
      )}
    </LabelledControl>
  )
}
