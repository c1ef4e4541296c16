import Link from 'next/link'
import { percent } from '#components/charts/numbers.ts'
import { OnwardLinks } from '#components/ui/OnwardLinks.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import type { MemberCompletion } from '#lib/collections/completion.ts'

type Props = {
  path: string
  members: MemberCompletion[]
  /** How many videos there are to finish. */
  videos: number
  isFirst: boolean
  next: string | null
}

/** How far each member is in a collection, and what they have to watch next. */
export function CompletionList({ path, members, videos, isFirst, next }: Props) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-medium">Who is how far</h2>
      <ul className="border-t border-line text-sm">
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
              label={`${percent(share)} seen by ${member.name}`}
              className="h-1.5 max-sm:order-3 max-sm:col-span-2"
            />
            <span className="figures text-right text-xs">
              {finished} of {videos}
            </span>
            <span className="truncate text-mute max-sm:order-4 max-sm:col-span-2 sm:text-right">
              {open === null ? 'finished' : share === 0 ? 'not begun' : `next: ${open.title}`}
            </span>
          </li>
        ))}
      </ul>
      <OnwardLinks first={isFirst ? null : path} next={next && `${path}?after=${next}`} />
    </section>
  )
}
