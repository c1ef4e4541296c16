'use client'

import { type ReactNode, useActionState } from 'react'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

type Props = { action: FormAction; children: ReactNode }

/**
 * One form around a list: the name and value of the pressed submit button identify the action and its
 * row. One form per row would make the page of a long list several times as large.
 */
export function RowsForm({ action, children }: Props) {
  const [state, send] = useActionState(action, emptyForm)
  return (
    <form action={send} className="flex flex-col gap-2">
      <FormMessage>{state.message}</FormMessage>
      {children}
    </form>
  )
}
