import type { ReactNode } from 'react'

type Props = { title?: string; tone?: 'plain' | 'bad'; children: ReactNode }

/** A static notice, part of the page. For the result of an action see `FormMessage`. */
export function Notice({ title, tone = 'plain', children }: Props) {
  return (
    <div
      className={`border-l-2 py-1 pl-4 wrap-anywhere ${tone === 'bad' ? 'border-bad' : 'border-accent'}`}
    >
      {title ? <p className="font-medium">{title}</p> : null}
      <div className="text-sm text-mute">{children}</div>
    </div>
  )
}
