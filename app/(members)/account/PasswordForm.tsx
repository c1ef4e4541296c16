'use client'

import { NewPasswordFields } from '#components/forms/auth/NewPasswordFields.tsx'
import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { changePasswordSchema } from '#lib/members/schemas.ts'

type Props = {
  action: FormAction
  /** Read-only: tells a password manager whose password this is. */
  email: string
}

export function PasswordForm({ action, email }: Props) {
  const { state, pending, field, formProps } = useActionForm(action, changePasswordSchema)
  return (
    <form {...formProps} className="flex flex-col gap-4 border-t border-line pt-6">
      <h2 className="display text-xl">Password</h2>
      <input type="text" autoComplete="username" defaultValue={email} hidden readOnly />
      <Field
        label="Current password"
        type="password"
        autoComplete="current-password"
        {...field('currentPassword')}
      />
      <NewPasswordFields
        field={field}
        label="New password"
        hint="At least 8 characters. All your other devices will be logged out."
      />
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending}>
        Change password
      </SubmitButton>
    </form>
  )
}
