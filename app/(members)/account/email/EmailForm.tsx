'use client'

import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { changeEmailSchema } from '#lib/members/schemas.ts'

type Props = {
  action: FormAction
  /** Read-only: tells a password manager whose password this is. */
  email: string
}

export function EmailForm({ action, email }: Props) {
  const { state, pending, field, formProps } = useActionForm(action, changeEmailSchema)
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="text" autoComplete="username" defaultValue={email} hidden readOnly />
      <Field
        label="New email"
        type="email"
        autoComplete="email"
        hint="We send a link there: nothing changes until you open it."
        {...field('email')}
      />
      <Field
        label="Password"
        type="password"
        autoComplete="current-password"
        {...field('password')}
      />
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton pending={pending}>Change email</SubmitButton>
    </form>
  )
}
