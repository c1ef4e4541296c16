'use client'

import Link from 'next/link'
import { NewPasswordFields } from '#components/forms/auth/NewPasswordFields.tsx'
import { ResendForm } from '#components/forms/auth/ResendForm.tsx'
import { useActionForm } from '#components/forms/auth/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { signupSchema } from '#lib/members/schemas.ts'

type Props = { createAccount: FormAction; sendItAgain: FormAction }

export function SignupForm({ createAccount, sendItAgain }: Props) {
  const { state, pending, field, formProps } = useActionForm(createAccount, signupSchema)
  if (state.outcome === 'done') {
    return (
      <CheckYourMail
        email={state.values.email ?? ''}
        trouble={state.message}
        action={sendItAgain}
      />
    )
  }
  return (
    <>
      <PageTitle title="Sign up" />
      <form {...formProps} className="flex flex-col gap-5">
        <FormMessage>{state.message}</FormMessage>
        <Field label="Name" autoComplete="name" {...field('name')} />
        <Field label="Email" type="email" autoComplete="email" {...field('email')} />
        <NewPasswordFields field={field} />
        <SubmitButton pending={pending}>Create account</SubmitButton>
      </form>
      <p className="text-sm text-mute">
        You have an account?{' '}
        <Link href="/login" className="text-accent-text underline underline-offset-4">
          Log in
        </Link>
      </p>
    </>
  )
}

type SentProps = { email: string; trouble: string | undefined; action: FormAction }

/** The same for an address we know and one we do not: only the mailbox tells. */
function CheckYourMail({ email, trouble, action }: SentProps) {
  return (
    <>
      <PageTitle title="Look into your mail" />
      <FormMessage>{trouble}</FormMessage>
      <p>
        We wrote to <strong className="wrap-anywhere">{email}</strong>. Open the link in the mail
        within 24 hours, and you can watch.
      </p>
      <ResendForm action={action} email={email} />
      <p className="text-sm text-mute">
        Not your address?{' '}
        <a href="/signup" className="text-accent-text underline underline-offset-4">
          Start again
        </a>
      </p>
    </>
  )
}
