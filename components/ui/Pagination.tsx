import Link from 'next/link'
import { buttonClass } from './buttonClass.ts'
import { Pending } from './Pending.tsx'

type Props = {
  page: number
  pages: number
  hrefOf: (page: number) => string
}

/** Pagination of a list; nothing when there is only one page. */
export function Pagination({ page, pages, hrefOf }: Props) {
  if (pages <= 1) return null
  return (
    <nav aria-label="Pagination" className="flex items-center gap-4">
      {page > 1 ? (
        <Link prefetch={false} href={hrefOf(page - 1)} className={buttonClass('quiet')}>
          Previous page
          <Pending />
        </Link>
      ) : null}
      <p className="text-sm text-mute">
        Page {page} of {pages}
      </p>
      {page < pages ? (
        <Link prefetch={false} href={hrefOf(page + 1)} className={buttonClass('quiet')}>
          Next page
          <Pending />
        </Link>
      ) : null}
    </nav>
  )
}
