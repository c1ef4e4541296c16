import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatDate } from '#lib/format/dates.ts'
import type { Member } from '#lib/members/member.ts'

type Listed = Member & { createdAt: Date; disabledAt: Date | null }
type Props = {
  members: Listed[]
  /** The buttons of the last column. */
  actions: (member: Listed) => ReactNode
}

/** Members with their status and the date they joined. */
export function MembersTable({ members, actions }: Props) {
  return (
    <table className="w-full text-left text-sm max-sm:block">
      <thead className="border-b border-line max-sm:sr-only">
        <tr>
          <th scope="col" className="py-2 pr-6 font-medium">
            Name
          </th>
          <th scope="col" className="py-2 pr-6 font-medium">
            Email
          </th>
          <th scope="col" className="py-2 pr-6 font-medium">
            Status
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            Joined
          </th>
          <th scope="col" className="py-2 pl-6 text-right font-medium">
            Actions
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {members.map((member) => (
          <tr
            key={member.id}
            className="border-b border-line max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-4 max-sm:py-3"
          >
            <th scope="row" className="font-normal sm:py-3 sm:pr-6">
              <Link
                prefetch={false}
                href={`/studio/members/${member.id}`}
                className="hover:text-accent-text hover:underline"
              >
                {member.name}
              </Link>
            </th>
            <td className="wrap-anywhere text-mute max-sm:col-start-1 sm:py-3 sm:pr-6">
              {member.email}
            </td>
            <td className="max-sm:col-start-2 max-sm:row-start-1 max-sm:text-right sm:py-3 sm:pr-6">
              {statusOf(member)}
            </td>
            <td className="figures text-right text-xs text-mute max-sm:col-start-2 max-sm:row-start-2 sm:py-3">
              {formatDate(member.createdAt)}
            </td>
            <td className="max-sm:col-span-2 max-sm:pt-2 sm:py-2 sm:pl-6">
              <div className="flex flex-wrap gap-2 sm:justify-end">{actions(member)}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function statusOf(member: Listed) {
  if (member.disabledAt) return <span className="text-bad-text">disabled</span>
  if (!member.emailVerifiedAt) return <span className="text-mute">unconfirmed</span>
  return member.role === 'owner' ? 'owner' : 'confirmed'
}
