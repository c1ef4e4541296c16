import { type ComponentProps, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: string; hint?: string }

/** A checkbox with its label. Other props go to the input, as with `Field`. */
export function Checkbox({ label, hint, id, className = '', ...input }: Props) {
  const made = useId()
  const inputId = id ?? made
  const hintId = hint ? `${inputId}-hint` : undefined
  return (
    <div className={`grid grid-cols-[auto_1fr] items-center gap-x-2.5 ${className}`}>
      <input
        {...input}
        type="checkbox"
        id={inputId}
        aria-describedby={hintId}
        className="size-4.5 accent-accent"
      />
      <label htmlFor={inputId} className="py-1 text-sm">
        {label}
      </label>
      {hint ? (
        <p id={hintId} className="col-start-2 text-sm text-mute">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
