import type { ReactNode } from 'react'

type Props = {
  title: string
  /** Breadcrumbs, or a short text. */
  above?: ReactNode
  /** The actions of the page, at the other end of the line. */
  children?: ReactNode
}

export function PageTitle({ title, above, children }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        {above ? <div className="mb-1 text-sm text-mute">{above}</div> : null}
        <h1 className="display text-3xl wrap-anywhere sm:text-4xl">{title}</h1>
      </div>
      {children ? <div className="flex flex-wrap items-center gap-3">{children}</div> : null}
    </div>
  )
}
