import Link from 'next/link'
import type { ReactNode } from 'react'
import { Pending } from '#components/ui/Pending.tsx'
import { formatCount } from '#lib/format/numbers.ts'

type Props = {
  id: string
  title: string
  /** The page with all items, and their number; null when all are shown. */
  more?: { href: string; all: number } | null
  children: ReactNode
}

/** A section of the library, with a heading. */
export function LibrarySection({ id, title, more = null, children }: Props) {
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-5 border-line not-last:border-b not-last:pb-10"
    >
      <div className="flex items-baseline justify-between gap-6">
        <h2 id={id} className="display text-2xl">
          {title}
        </h2>
        {more ? (
          <Link prefetch={false} href={more.href} className="link text-sm">
            Show all {formatCount(more.all)}
            <span className="sr-only">: {title}</span>
            <Pending />
          </Link>
        ) : null}
      </div>
      {children}
    </section>
  )
}
