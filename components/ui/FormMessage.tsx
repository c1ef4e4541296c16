import type { ReactNode } from 'react'

type Props = { tone?: 'bad' | 'plain'; children?: ReactNode }

/**
 * What the form as a whole has to say. `bad` interrupts a screen reader, `plain` waits. Leave it in
 * the page while it is empty: a region that appears together with its text is often not read.
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
