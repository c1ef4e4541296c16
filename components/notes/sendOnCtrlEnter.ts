import type { KeyboardEvent } from 'react'

/** Submits the form on Ctrl+Enter, or Command+Enter on a Mac, since Enter alone starts a new line. */
export function sendOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
