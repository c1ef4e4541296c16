'use client'

import Link from 'next/link'
import { NewPasswordFields } from '#components/forms/auth/NewPasswordFields.tsx'
import { ResendForm } from '#components/forms/auth/ResendForm.tsx'
import { useEmailCheck } from '#components/forms/auth/useEmailCheck.ts'
import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { signupSchema } from '#lib/members/schemas.ts'

type Props = { createAccount: FormAction; sendItAgain: FormAction }

export function SignupForm({ createAccount, sendItAgain }: Props) {
  const form = useActionForm(createAccount, signupSchema)
  const { state } = form
  if (state.outcome === 'done') {
    return (
      <CheckYourEmail
        email={state.values.email ?? ''}
        problem={state.message}
        action={sendItAgain}
        form={form}
      />
    )
  }
  return (
    <>
      <PageTitle title="Sign up" />
      <SignupFields form={form} instead={state.values.instead} label="Create account" />
      <p className="text-sm text-mute">
        Already have an account?{' '}
        <Link href="/login" className="text-accent-text underline underline-offset-4">
          Log in
        </Link>
      </p>
    </>
  )
}

type FieldsProps = {
  form: ReturnType<typeof useActionForm>
  /** The address of the sign-up to correct. */
  instead: string | undefined
  label: string
}

function SignupFields({ form: { state, pending, field, formProps }, instead, label }: FieldsProps) {
  const { setTyped, feedback } = useEmailCheck()
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <FormMessage>{state.outcome === 'refused' ? state.message : undefined}</FormMessage>
      {instead ? <input type="hidden" name="instead" value={instead} /> : null}
      <Field label="Name" autoComplete="name" {...field('name')} />
      <div className="flex flex-col gap-1.5">
        <Field
          label="Email"
          type="email"
          autoComplete="email"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          {...field('email')}
        />
        <p role="status" className="text-sm text-mute wrap-anywhere empty:sr-only">
          {feedback}
        </p>
      </div>
      <NewPasswordFields field={field} />
      <SubmitButton pending={pending}>{label}</SubmitButton>
    </form>
  )
}

type SentProps = {
  email: string
  problem: string | undefined
  action: FormAction
  form: ReturnType<typeof useActionForm>
}

/** The same for a known and a new address: only the mail reveals which it is. */
function CheckYourEmail({ email, problem, action, form }: SentProps) {
  return (
    <>
      <PageTitle title="Check your email" />
      <FormMessage>{problem}</FormMessage>
      <p>
        We wrote to <strong className="wrap-anywhere">{email}</strong>. Open the link in the email
        within 24 hours to start watching.
      </p>
      <ResendForm action={action} email={email} />
      <details className="flex flex-col text-sm">
        <summary className="cursor-pointer text-accent-text">Wrong address? Correct it</summary>
        <div className="flex flex-col gap-5 pt-5">
          <p className="text-mute">
            Enter the same password as before: the account with the wrong address is deleted, and
            the link we sent there becomes invalid.
          </p>
          <SignupFields form={form} instead={email} label="Correct and send" />
        </div>
      </details>
    </>
  )
}
