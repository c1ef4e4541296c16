'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { NewPasswordFields } from '#components/forms/auth/NewPasswordFields.tsx'
import { useActionForm } from '#components/forms/useActionForm.ts'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { acceptInviteSchema } from '#lib/members/schemas.ts'

type Props = {
  acceptInvitation: FormAction
  token: string
  /** The invited address; null when the invitation cannot be used. */
  email: string | null
  problem: string | undefined
}

export function InvitedForm({ acceptInvitation, token, email, problem }: Props) {
  const { state, pending, field, formProps } = useActionForm(acceptInvitation, acceptInviteSchema)
  if (state.outcome === 'done') {
    return <Notice title="Welcome">Your account was created. Log in with your email.</Notice>
  }
  if (email === null) return <Notice title="You are invited">{problem}</Notice>
  const { error: tokenError, ...hidden } = field('token')
  return (
    <>
      <PageTitle title="You are invited" />
      <p>
        Your account will use the email <strong className="wrap-anywhere">{email}</strong>.
      </p>
      <form {...formProps} className="flex flex-col gap-5">
        <FormMessage>{state.message ?? tokenError}</FormMessage>
        <input type="hidden" {...hidden} defaultValue={token} />
        <input type="text" autoComplete="username" defaultValue={email} hidden readOnly />
        <Field label="Name" autoComplete="name" {...field('name')} />
        <NewPasswordFields field={field} />
        <SubmitButton pending={pending}>Create account</SubmitButton>
      </form>
    </>
  )
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <PageTitle title={title} />
      <p role="status">{children}</p>
      <Link href="/login" className={buttonClass()}>
        Log in
      </Link>
    </>
  )
}
