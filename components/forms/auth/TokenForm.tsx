'use client'

import type { ReactNode } from 'react'
import { useActionForm } from '#components/forms/useActionForm.ts'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { verifySchema } from '#lib/members/schemas.ts'

type Props = {
  action: FormAction
  token: string
  label: string
  /** Replaces the form after success. */
  done: ReactNode
  children: ReactNode
}

/** The page of a mailed link: a button, because mail programs open links too. */
export function TokenForm({ action, token, label, done, children }: Props) {
  const { state, pending, field, hidden, formProps } = useActionForm(action, verifySchema)
  if (state.outcome === 'done') return done
  return (
    <>
      {children}
      <form {...formProps} className="flex flex-col gap-5">
        <input type="hidden" {...hidden('token', token)} />
        <FormMessage>{state.message ?? field('token').error}</FormMessage>
        <SubmitButton pending={pending}>{label}</SubmitButton>
      </form>
    </>
  )
}
