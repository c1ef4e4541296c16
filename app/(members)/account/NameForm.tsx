'use client'

import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { nameSchema } from '#lib/members/schemas.ts'

export function NameForm({ action, name }: { action: FormAction; name: string }) {
  const { state, pending, field, formProps } = useActionForm(action, nameSchema)
  const { defaultValue = name, ...nameField } = field('name')
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <Field label="Name" autoComplete="name" {...nameField} defaultValue={defaultValue} />
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending}>
        Save name
      </SubmitButton>
    </form>
  )
}
