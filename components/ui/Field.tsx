import { type ComponentProps, useId } from 'react'

type Props = ComponentProps<'input'> & {
  label: string
  /** What is expected, before anything went wrong. */
  hint?: string
  /** What is wrong, and how to mend it. */
  error?: string | undefined
}

/**
 * A label, its input, a hint and an error, tied together for every reader. Everything else goes to
 * the input: `{...register('email')}` of react-hook-form works, and so does a plain `name`.
 */
export function Field({ label, hint, error, id, className = '', ...input }: Props) {
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
      <input
        {...input}
        id={inputId}
        aria-invalid={error ? true : undefined}
        aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
        className="min-h-11 min-w-0 rounded-control border border-edge bg-raise px-3 py-2 text-base text-text placeholder:text-mute aria-invalid:border-bad"
      />
      {error ? (
        <p id={errorId} className="text-sm text-bad-text">
          {error}
        </p>
      ) : null}
    </div>
  )
}
