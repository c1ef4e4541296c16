import type { ComponentProps } from 'react'
import { type ButtonKind, buttonClass } from './buttonClass.ts'

type Props = ComponentProps<'button'> & {
  kind?: ButtonKind
  /** The answer is awaited: says so, and stays where it is and focusable. */
  pending?: boolean
}

/** One `primary` a page at most. For a form's own button see `SubmitButton`. */
export function Button({ kind = 'primary', pending = false, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={buttonClass(kind, className)}
    >
      {pending ? <Dots /> : null}
      {children}
    </button>
  )
}

function Dots() {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:animate-none"
    />
  )
}
