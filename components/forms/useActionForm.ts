'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { type FormEvent, startTransition, useActionState, useEffect, useState } from 'react'
import { type FieldValues, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

/**
 * A form that its action checks, and that the browser checks before with the same schema. Without
 * JavaScript the browser posts it and the page comes back with the errors and what was typed.
 */
export function useActionForm(action: FormAction, schema: z.ZodType<unknown, FieldValues>) {
  const [state, send, pending] = useActionState(action, emptyForm)
  const form = useForm({ resolver: zodResolver(schema), mode: 'onTouched' })
  const { register, handleSubmit, setError, setValue, getValues, formState } = form
  const [adopted, setAdopted] = useState(emptyForm)

  // The server's errors become the form's own: the first has the focus, each goes when it is mended.
  useEffect(() => {
    if (state === adopted) return
    setAdopted(state)
    Object.entries(state.errors).forEach(([name, message], index) => {
      setError(name, { type: 'server', message }, { shouldFocus: index === 0 })
    })
  }, [state, adopted, setError])

  const errorOf = (name: string) => {
    const own = formState.errors[name]?.message
    return typeof own === 'string' ? own : state === adopted ? undefined : state.errors[name]
  }

  /** What a `Field` of this name needs. */
  const field = (name: string) => ({
    ...register(name),
    defaultValue: state.values[name],
    error: errorOf(name),
    autoFocus: state.outcome === 'refused' && Object.keys(state.errors)[0] === name,
  })

  /** The same for a hidden input. */
  const hidden = (name: string, value: string) => ({ ...register(name), defaultValue: value })

  /** The same for a `Checkbox`. */
  const box = (name: string) => ({ ...register(name), defaultChecked: name in state.values })

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    if (pending) return
    void handleSubmit(() => startTransition(() => send(data)))(event)
  }

  /** Fills a field, as if it had been typed. */
  const fill = (name: string, value: string) => setValue(name, value, { shouldValidate: true })

  const formProps = { action: send, onSubmit, noValidate: true }
  return { state, pending, field, hidden, box, fill, valueIn: getValues, formProps }
}
