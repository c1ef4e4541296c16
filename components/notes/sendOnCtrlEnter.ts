import type { KeyboardEvent } from 'react'

/** Where Enter begins a new line, it sends with Ctrl (on a Mac with Command). */
export function sendOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
