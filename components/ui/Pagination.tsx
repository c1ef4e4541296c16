import Link from 'next/link'
import { buttonClass } from './buttonClass.ts'
import { Pending } from './Pending.tsx'

type Props = {
  page: number
  pages: number
  hrefOf: (page: number) => string
}

/** The pages of a list: back, where one is, on. Nothing where there is one page. */
export function Pagination({ page, pages, hrefOf }: Props) {
  if (pages <= 1) return null
  return (
    <nav aria-label="Pages" className="flex items-center gap-4">
      {page > 1 ? (
        <Link prefetch={false} href={hrefOf(page - 1)} className={buttonClass('quiet')}>
          Back
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
