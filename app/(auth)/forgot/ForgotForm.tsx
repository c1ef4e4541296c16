'use client'

import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { forgotSchema } from '#lib/members/schemas.ts'

export function ForgotForm({ sendResetLink }: { sendResetLink: FormAction }) {
  const { state, pending, field, formProps } = useActionForm(sendResetLink, forgotSchema)
  if (state.outcome === 'done') return <ResetLinkSent email={state.values.email ?? ''} />
  return (
    <>
      <PageTitle title="Forgot your password?" />
      <form {...formProps} className="flex flex-col gap-5">
        <FormMessage>{state.message}</FormMessage>
        <Field
          label="Email"
          type="email"
          autoComplete="username"
          hint="We will email you a link to set a new one."
          {...field('email')}
        />
        <SubmitButton pending={pending}>Send reset link</SubmitButton>
      </form>
    </>
  )
}

/** The same for every address: only the mail reveals whether it has an account. */
function ResetLinkSent({ email }: { email: string }) {
  return (
    <>
      <PageTitle title="Check your email" />
      <p role="status">
        If there is an account for <strong className="wrap-anywhere">{email}</strong>, a link to set
        a new password is on its way. It works for an hour.
      </p>
    </>
  )
}
