'use client'

import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { inviteSchema } from '#lib/members/schemas.ts'

export function InviteForm({ action }: { action: FormAction }) {
  const { state, pending, field, formProps } = useActionForm(action, inviteSchema)
  return (
    <form {...formProps} className="flex w-full max-w-form flex-col gap-4">
      <Field
        label="Email"
        type="email"
        autoComplete="off"
        hint="They get an email with a link to choose a name and a password."
        {...field('email')}
      />
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending}>
        Invite
      </SubmitButton>
    </form>
  )
}
