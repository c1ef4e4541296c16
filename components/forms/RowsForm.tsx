'use client'

import { type ReactNode, useActionState } from 'react'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

type Props = { action: FormAction; children: ReactNode }

/**
 * One form around a list: each row has named submit buttons, of which the pressed one says what is
 * done to which row. A form for each would make a long list several times as heavy.
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
