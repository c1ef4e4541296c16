import type { ReactNode } from 'react'

type Props = { tone?: 'bad' | 'plain'; children?: ReactNode }

/**
 * A message about the whole form. Screen readers announce `bad` at once, `plain` when they are idle.
 * Render it also while it is empty: a live region that appears together with its text is often not
 * announced.
 */
export function FormMessage({ tone = 'bad', children }: Props) {
  const look = children
    ? `border-l-2 py-1 pl-3 text-sm ${tone === 'bad' ? 'border-bad text-bad-text' : 'border-accent text-text'}`
    : 'sr-only'
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={look}>
      {children}
    </div>
  )
}
