import type { Metadata } from 'next'
import { TokenForm } from '#components/forms/auth/TokenForm.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { undoMyEmailChange } from './actions.ts'

export const metadata: Metadata = { title: 'Recover your account' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function UndoEmailPage({ searchParams }: Props) {
  const { token } = await searchParams
  return (
    <TokenForm
      action={undoMyEmailChange}
      token={typeof token === 'string' ? token : ''}
      label="Undo the change"
      done={null}
    >
      <PageTitle title="Recover your account" />
      <p>
        Your account gets this address back. All devices are logged out, and you set a new password.
      </p>
    </TokenForm>
  )
}
