'use client'

import Link from 'next/link'
import { useActionForm } from '#components/forms/useActionForm.ts'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { loginSchema } from '#lib/members/schemas.ts'

type Props = {
  logIn: FormAction
  callbackUrl: string
  /** Whether a log-in through NextAuth's endpoints failed and redirected here. */
  failed: boolean
}

const FAILED = 'The log-in failed. Try again.'

export function LoginForm({ logIn, callbackUrl, failed }: Props) {
  const { state, pending, field, box, formProps } = useActionForm(logIn, loginSchema)
  const message = state.message ?? (failed && state.outcome === 'none' ? FAILED : undefined)
  return (
    <>
      <PageTitle title="Log in" />
      <form {...formProps} className="flex flex-col gap-5">
        <FormMessage>{message}</FormMessage>
        <Field label="Email" type="email" autoComplete="username" {...field('email')} />
        <Field
          label="Password"
          type="password"
          autoComplete="current-password"
          {...field('password')}
        />
        <Checkbox label="Keep me logged in" {...box('remember')} />
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <SubmitButton pending={pending}>Log in</SubmitButton>
      </form>
      <p className="flex flex-wrap justify-between gap-4 text-sm text-mute">
        <Link href="/forgot" className="text-accent-text underline underline-offset-4">
          Forgot your password?
        </Link>
        <Link href="/signup" className="text-accent-text underline underline-offset-4">
          Create an account
        </Link>
      </p>
    </>
  )
}
