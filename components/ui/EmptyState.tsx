import type { ReactNode } from 'react'

type Props = { title: string; children?: ReactNode; action?: ReactNode }

/** Shown instead of an empty list: what will appear here, and what to do now. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="flex flex-col items-start gap-3 border-y border-line py-12">
      <p className="display text-2xl">{title}</p>
      {children ? <p className="max-w-reading text-mute">{children}</p> : null}
      {action}
    </div>
  )
}
