import type { Metadata } from 'next'
import { setNewPassword } from './actions.ts'
import { ResetForm } from './ResetForm.tsx'

export const metadata: Metadata = { title: 'Set a new password' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Opening the page does not consume the token: mail programs open links too. */
export default async function ResetPage({ searchParams }: Props) {
  const { token } = await searchParams
  return (
    <ResetForm setNewPassword={setNewPassword} token={typeof token === 'string' ? token : ''} />
  )
}
