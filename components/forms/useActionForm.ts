'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { type FormEvent, startTransition, useActionState, useEffect, useState } from 'react'
import { type FieldValues, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

/**
 * A form whose action validates it, and which the browser validates first with the same schema. Without
 * JavaScript the browser posts it, and the page is rendered with the errors and the submitted values.
 */
export function useActionForm(action: FormAction, schema: z.ZodType<unknown, FieldValues>) {
  const [state, send, pending] = useActionState(action, emptyForm)
  const form = useForm({ resolver: zodResolver(schema), mode: 'onTouched' })
  const { register, handleSubmit, setError, setValue, getValues, formState } = form
  const [appliedState, setAppliedState] = useState(emptyForm)

  // The server's errors become the form's own: the first is focused, each clears when corrected.
  useEffect(() => {
    if (state === appliedState) return
    setAppliedState(state)
    Object.entries(state.errors).forEach(([name, message], index) => {
      setError(name, { type: 'server', message }, { shouldFocus: index === 0 })
    })
  }, [state, appliedState, setError])

  const errorOf = (name: string) => {
    const message = formState.errors[name]?.message
    return typeof message === 'string'
      ? message
      : state === appliedState
        ? undefined
        : state.errors[name]
  }

  /** The props of a `Field` of this name. */
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

  /** Sets a field's value and validates it, as typing does. */
  const fill = (name: string, value: string) => setValue(name, value, { shouldValidate: true })

  const formProps = { action: send, onSubmit, noValidate: true }
  return { state, pending, field, hidden, box, fill, valueIn: getValues, formProps }
}
