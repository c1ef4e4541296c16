import type { ReactNode } from 'react'

type Props = { title?: string; tone?: 'plain' | 'bad'; children: ReactNode }

/** A calm word to the reader that is part of the page, not an answer to something just done. */
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
