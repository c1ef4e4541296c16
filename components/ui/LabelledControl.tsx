import { type ReactNode, useId } from 'react'

export type LabelledProps = {
  label: string
  /** What to enter. */
  hint?: string | undefined
  /** What is wrong, and how to correct it. */
  error?: string | undefined
  id?: string | undefined
  className?: string | undefined
}

/** The attributes that connect a control to its label, hint and error. */
export type ControlProps = {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

type Props = LabelledProps & { children: (ties: ControlProps) => ReactNode }

/** A form control with its label, hint and error, connected for assistive technology. */
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
