import { type ReactNode, useId } from 'react'

export type LabelledProps = {
  label: string
  /** What is expected, before anything went wrong. */
  hint?: string | undefined
  /** What is wrong, and how to mend it. */
  error?: string | undefined
  id?: string | undefined
  className?: string | undefined
}

/** What ties an input to its label, hint and error. */
export type ControlProps = {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

type Props = LabelledProps & { children: (ties: ControlProps) => ReactNode }

/** A label, a hint and an error around whatever is typed into, tied together for every reader. */
export function LabelledControl({ label, hint, error, id, className = '', children }: Props) {
  const made = useId()
  const inputId = id ?? made
  const hintId = hint ? `${inputId}-hint` : undefined
  const errorId = error ? `${inputId}-error` : undefined
  return (
    <div className={`flex min-w-0 flex-col gap-1.5 ${className}`}>
      <label htmlFor={inputId} className="text-sm font-medium">
        {label}
      </label>
      {hint ? (
        <p id={hintId} className="text-sm text-mute">
          {hint}
        </p>
      ) : null}
      {children({
        id: inputId,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
      })}
      {error ? (
        <p id={errorId} className="text-sm text-bad-text">
          {error}
        </p>
      ) : null}
    </div>
  )
}
