'use client'

import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { deleteAccountSchema } from '#lib/members/schemas.ts'

type Props = {
  action: FormAction
  /** Tells a password manager whose password this is. */
  email: string
}

export function DeleteForm({ action, email }: Props) {
  const { state, pending, field, formProps } = useActionForm(action, deleteAccountSchema)
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="text" autoComplete="username" defaultValue={email} hidden readOnly />
      <Field
        label="Password"
        type="password"
        autoComplete="current-password"
        {...field('password')}
      />
      <FormMessage>{state.message}</FormMessage>
      <SubmitButton kind="danger" pending={pending}>
        Delete my account
      </SubmitButton>
    </form>
  )
}
