import { eventLabel } from '#lib/auth/authEventKind.ts'

type Props = { events: { at: Date; kind: string; device: string }[] }

const when = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** The recent security events of the account. */
export function RecentActivity({ events }: Props) {
  return (
    <section aria-labelledby="activity" className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 id="activity" className="display text-xl">
        Recent activity
      </h2>
      {events.length === 0 ? (
        <p className="text-sm text-mute">No recent activity.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {events.map(({ at, kind, device }) => (
            <li key={`${at.toISOString()} ${kind}`} className="py-2.5">
              <p>{eventLabel(kind)}</p>
              <p className="text-mute">
                {device}, {when.format(at)} UTC
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
