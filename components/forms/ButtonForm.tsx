'use client'

import { type ReactNode, useActionState } from 'react'
import type { ButtonKind } from '#components/ui/buttonClass.ts'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

type Props = {
  action: FormAction
  label: string
  /** What it is done to, where the label alone stands several times. */
  about?: string
  kind?: ButtonKind
  /** Hidden fields. */
  children?: ReactNode
}

/** A form that is one button, and a word when it did not work. */
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
