'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './Button.tsx'

type Props = Omit<ComponentProps<typeof Button>, 'type' | 'onClick'>

/**
 * The button that sends its form; while the answer is awaited a second press does nothing. Of several
 * with a name, the one that was pressed says that it is awaited.
 */
export function SubmitButton({ pending = false, ...rest }: Props) {
  const status = useFormStatus()
  const waiting = pending || status.pending
  const isPressed = rest.name === undefined || status.data?.get(rest.name) === rest.value
  const holdBack = (event: MouseEvent) => {
    if (waiting) event.preventDefault()
  }
  return <Button {...rest} type="submit" pending={waiting && isPressed} onClick={holdBack} />
}
