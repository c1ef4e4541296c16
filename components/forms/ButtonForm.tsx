'use client'

import { type ReactNode, useActionState } from 'react'
import type { ButtonKind } from '#components/ui/buttonClass.ts'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

type Props = {
  action: FormAction
  label: string
  /** The object of the action, for the accessible name where the label alone is ambiguous. */
  about?: string
  kind?: ButtonKind
  /** Hidden fields. */
  children?: ReactNode
}

/** A form of one button, with an error message. */
export function ButtonForm({ action, label, about, kind = 'quiet', children }: Props) {
  const [state, send, pending] = useActionState(action, emptyForm)
  return (
    <form action={send} className="flex flex-col items-end gap-2">
      {children}
      <SubmitButton
        kind={kind}
        pending={pending}
        aria-label={about ? `${label}: ${about}` : undefined}
      >
        {label}
      </SubmitButton>
      <FormMessage>{state.message}</FormMessage>
    </form>
  )
}
