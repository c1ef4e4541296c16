'use client'

import { useActionState } from 'react'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

type Props = {
  action: FormAction
  /** Which field of the form names what is deleted, and its id; without, there is only one such. */
  name?: string
  id?: string
  label: string
}

/** Deletes something for good: a box to tick, then a button. The action checks `sure`. */
export function ConfirmForm({ action, name, id, label }: Props) {
  const [state, send, pending] = useActionState(action, emptyForm)
  return (
    <form action={send} className="flex flex-col items-start gap-4">
      {name ? <input type="hidden" name={name} value={id} /> : null}
      <Checkbox label="I know that this cannot be undone" name="sure" />
      <FormMessage>{state.message ?? state.errors.sure}</FormMessage>
      <SubmitButton kind="danger" pending={pending}>
        {label}
      </SubmitButton>
    </form>
  )
}
