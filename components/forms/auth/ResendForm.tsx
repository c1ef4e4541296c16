'use client'

import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { resendSchema } from '#lib/members/schemas.ts'

type Props = {
  action: FormAction
  /** The recipient; when unknown, the form has a field for it. */
  email?: string | undefined
}

/** Sends the confirmation mail again. */
export function ResendForm({ action, email }: Props) {
  const { state, pending, field, hidden, formProps } = useActionForm(action, resendSchema)
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {email === undefined ? (
        <Field label="Email" type="email" autoComplete="email" {...field('email')} />
      ) : (
        <input type="hidden" {...hidden('email', email)} />
      )}
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending}>
        Send it again
      </SubmitButton>
    </form>
  )
}
