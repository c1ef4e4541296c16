'use client'

import Link from 'next/link'
import { ResendForm } from '#components/forms/auth/ResendForm.tsx'
import { useActionForm } from '#components/forms/useActionForm.ts'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { verifySchema } from '#lib/members/schemas.ts'

type Props = { confirm: FormAction; sendItAgain: FormAction; token: string; isLoggedIn: boolean }

export function ConfirmForm({ confirm, sendItAgain, token, isLoggedIn }: Props) {
  const { state, pending, field, formProps } = useActionForm(confirm, verifySchema)
  if (state.outcome === 'done') return <Confirmed isLoggedIn={isLoggedIn} />
  const { error, ...hidden } = field('token')
  const problem = state.message ?? error
  return (
    <>
      <PageTitle title="Confirm your email" />
      <form {...formProps} className="flex flex-col gap-5">
        <p>Press the button to confirm your address.</p>
        <input type="hidden" {...hidden} defaultValue={token} />
        <FormMessage>{problem}</FormMessage>
        <SubmitButton pending={pending}>Confirm email</SubmitButton>
      </form>
      {problem ? <ResendForm action={sendItAgain} /> : null}
    </>
  )
}

function Confirmed({ isLoggedIn }: { isLoggedIn: boolean }) {
  return (
    <>
      <PageTitle title="Your email is confirmed" />
      <p role="status">You can watch everything now.</p>
      <Link href={isLoggedIn ? '/videos' : '/login'} className={buttonClass()}>
        {isLoggedIn ? 'Go to the library' : 'Log in'}
      </Link>
    </>
  )
}
