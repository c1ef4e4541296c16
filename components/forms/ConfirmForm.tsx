'use client'

import { useActionState } from 'react'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

type Props = {
  action: FormAction
  /** The hidden field that identifies what is deleted, and its value; omitted when there is only one. */
  name?: string
  id?: string
  label: string
}

/** Confirms a deletion: a checkbox and a button. The action checks `sure`. */
export function ConfirmForm({ action, name, id, label }: Props) {
  const [state, send, pending] = useActionState(action, emptyForm)
  return (
    <form action={send} className="flex flex-col items-start gap-4">
      {name ? <input type="hidden" name={name} value={id} /> : null}
      <Checkbox label="I understand that this cannot be undone" name="sure" />
      <FormMessage>{state.message ?? state.errors.sure}</FormMessage>
      <SubmitButton kind="danger" pending={pending}>
        {label}
      </SubmitButton>
    </form>
  )
}
