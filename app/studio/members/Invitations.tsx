import { ButtonForm } from '#components/forms/ButtonForm.tsx'
import { formatDate } from '#lib/format/dates.ts'
import { revokeInvitation } from './actions.ts'

type Props = { invitations: { email: string; at: Date }[] }

/** Invitations that are not accepted yet. */
export function Invitations({ invitations }: Props) {
  if (invitations.length === 0) {
    return <p className="text-sm text-mute">No pending invitations.</p>
  }
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {invitations.map(({ email, at }) => (
        <li key={email} className="flex items-center justify-between gap-4 py-2.5">
          <div>
            <p className="wrap-anywhere">{email}</p>
            <p className="text-mute">Invited {formatDate(at)}</p>
          </div>
          <ButtonForm action={revokeInvitation} label="Revoke" about={email}>
            <input type="hidden" name="email" value={email} />
          </ButtonForm>
        </li>
      ))}
    </ul>
  )
}
