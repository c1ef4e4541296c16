'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './Button.tsx'

type Props = Omit<ComponentProps<typeof Button>, 'type' | 'onClick'>

/**
 * The submit button of a form. While the form is pending, another press is ignored. If a form has
 * several named buttons, only the pressed one shows a spinner.
 */
export function SubmitButton({ pending = false, ...rest }: Props) {
  const status = useFormStatus()
  const isWaiting = pending || status.pending
  const isPressed = rest.name === undefined || status.data?.get(rest.name) === rest.value
  const preventResubmit = (event: MouseEvent) => {
    if (isWaiting) event.preventDefault()
  }
  return (
    <Button {...rest} type="submit" pending={isWaiting && isPressed} onClick={preventResubmit} />
  )
}
