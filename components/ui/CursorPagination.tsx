import Link from 'next/link'
import { buttonClass } from './buttonClass.ts'
import { Pending } from './Pending.tsx'

type Props = {
  /** Null on the first page. */
  first: string | null
  /** Null on the last. */
  next: string | null
}

/** Pagination of a list that is read by cursor: it can only go on, or back to the start. */
export function CursorPagination({ first, next }: Props) {
  if (!first && !next) return null
  return (
    <nav aria-label="Pagination" className="flex gap-3">
      {first ? (
        <Link prefetch={false} href={first} className={buttonClass('quiet')}>
          First page
          <Pending />
        </Link>
      ) : null}
      {next ? (
        <Link prefetch={false} href={next} className={buttonClass('quiet')}>
          Next page
          <Pending />
        </Link>
      ) : null}
    </nav>
  )
}
