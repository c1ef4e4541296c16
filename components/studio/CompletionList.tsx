import Link from 'next/link'
import { Chips } from '#components/ui/Chips.tsx'
import { CursorPagination } from '#components/ui/CursorPagination.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import {
  COMPLETION_FILTERS,
  type CompletionFilter,
  type MemberCompletion,
} from '#lib/collections/memberCompletion.ts'
import { formatPercent } from '#lib/format/numbers.ts'

const filters: Record<CompletionFilter, string> = {
  all: 'All members',
  unfinished: 'Not finished',
  finished: 'Finished',
}

type Props = {
  path: string
  members: MemberCompletion[]
  /** The number of videos to finish. */
  videos: number
  filter: CompletionFilter
  isFirst: boolean
  next: string | null
}

/** The progress of each member in a collection, with the video they watch next. */
export function CompletionList({ path, members, videos, filter, isFirst, next }: Props) {
  const here = `${path}?who=${filter}`
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <h2 className="font-medium">Member progress</h2>
        <Chips
          label="Filter members"
          chips={COMPLETION_FILTERS.map((each) => ({
            name: filters[each],
            href: `${path}?who=${each}`,
            isCurrent: each === filter,
          }))}
        />
      </div>
      {members.length === 0 ? (
        <p className="border-y border-line py-4 text-sm text-mute">
          {next ? 'None on this page. More members are on the next page.' : 'No members.'}
        </p>
      ) : null}
      <ul className="border-t border-line text-sm empty:hidden">
        {members.map(({ member, finished, share, next: open }) => (
          <li
            key={member.id}
            className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1.5 border-b border-line py-3 sm:grid-cols-[12rem_1fr_6rem_14rem]"
          >
            <Link
              prefetch={false}
              href={`/studio/members/${member.id}`}
              className="truncate hover:text-accent-text hover:underline"
            >
              {member.name}
            </Link>
            <ProgressBar
              share={share}
              label={`${formatPercent(share)} watched by ${member.name}`}
              className="h-1.5 max-sm:order-3 max-sm:col-span-2"
            />
            <span className="figures text-right text-xs">
              {finished} of {videos}
            </span>
            <span className="truncate text-mute max-sm:order-4 max-sm:col-span-2 sm:text-right">
              {open === null ? 'finished' : share === 0 ? 'not started' : `next: ${open.title}`}
            </span>
          </li>
        ))}
      </ul>
      <CursorPagination first={isFirst ? null : here} next={next && `${here}&after=${next}`} />
    </section>
  )
}
