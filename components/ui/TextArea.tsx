import type { ComponentProps } from 'react'
import { LabelledControl, type LabelledProps } from './LabelledControl.tsx'

type Props = ComponentProps<'textarea'> &
  LabelledProps & {
    /** Class of the textarea element. */
    areaClass?: string
  }

/** Like `Field`, for several lines of text. */
export function TextArea({ label, hint, error, id, className, areaClass = '', ...area }: Props) {
  return (
    <LabelledControl label={label} hint={hint} error={error} id={id} className={className}>
      {(controlProps) => (
        <textarea
          rows={5}
          {...area}
          {...controlProps}
          className={`rounded-control border border-edge bg-raise px-3 py-2 text-base text-text aria-invalid:border-bad ${areaClass}`}
        />
      )}
    </LabelledControl>
  )
}
