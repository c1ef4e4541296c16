import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { safePath } from '#lib/auth/callbackUrl.ts'
import { currentMember } from '#lib/auth/currentMember.ts'
import { ownOrigins } from '#lib/auth/origin.ts'
import { logIn } from './actions.ts'
import { LoginForm } from './LoginForm.tsx'

export const metadata: Metadata = { title: 'Log in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LoginPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams
  const redirectPath = safePath(callbackUrl, ownOrigins())
  if (await currentMember()) redirect(redirectPath)
  return <LoginForm logIn={logIn} callbackUrl={redirectPath} failed={error !== undefined} />
}
