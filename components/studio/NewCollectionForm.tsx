'use client'

import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { newCollectionSchema } from '#lib/collections/schemas.ts'
import type { FormAction } from '#lib/members/formState.ts'

export function NewCollectionForm({ action }: { action: FormAction }) {
  const { state, pending, field, formProps } = useActionForm(action, newCollectionSchema)
  return (
    <form {...formProps} className="flex w-full max-w-form flex-col gap-4">
      <Field label="Title" autoComplete="off" {...field('title')} />
      <FormMessage>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending}>
        Create collection
      </SubmitButton>
    </form>
  )
}
