import type { ComponentProps } from 'react'
import { type ButtonKind, buttonClass } from './buttonClass.ts'

type Props = ComponentProps<'button'> & {
  kind?: ButtonKind
  /** Shows a spinner; the button stays focusable. */
  pending?: boolean
}

/** At most one `primary` on a page. For the button of a form see `SubmitButton`. */
export function Button({ kind = 'primary', pending = false, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={buttonClass(kind, className)}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  )
}

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:animate-none"
    />
  )
}
