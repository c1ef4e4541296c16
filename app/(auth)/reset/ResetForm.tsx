'use client'

import Link from 'next/link'
import { NewPasswordFields } from '#components/forms/auth/NewPasswordFields.tsx'
import { useActionForm } from '#components/forms/useActionForm.ts'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { resetSchema } from '#lib/members/schemas.ts'

type Props = { setNewPassword: FormAction; token: string }

export function ResetForm({ setNewPassword, token }: Props) {
  const { state, pending, field, formProps } = useActionForm(setNewPassword, resetSchema)
  if (state.outcome === 'done') return <PasswordIsSet />
  const { error: tokenError, ...hidden } = field('token')
  return (
    <>
      <PageTitle title="Set a new password" />
      <form {...formProps} className="flex flex-col gap-5">
        <FormMessage>{state.message ?? tokenError}</FormMessage>
        <input type="hidden" {...hidden} defaultValue={token} />
        <NewPasswordFields field={field} />
        <SubmitButton pending={pending}>Set new password</SubmitButton>
      </form>
      <p className="text-sm text-mute">
        Link expired?{' '}
        <Link href="/forgot" className="text-accent-text underline underline-offset-4">
          Request a new one
        </Link>
      </p>
    </>
  )
}

function PasswordIsSet() {
  return (
    <>
      <PageTitle title="Your password is set" />
      <p role="status">All devices were logged out. Log in with the new password.</p>
      <Link href="/login" className={buttonClass()}>
        Log in
      </Link>
    </>
  )
}
