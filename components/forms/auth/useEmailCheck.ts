'use client'

import { useEffect, useState } from 'react'
import { resendSchema } from '#lib/members/schemas.ts'

/** The pause in typing before the server is asked. */
const DEBOUNCE_MS = 500

/** Checks an address on the server while it is typed, once it is valid. */
export function useEmailCheck() {
  const [typed, setTyped] = useState('')
  const [feedback, setFeedback] = useState<{ email: string; text: string }>()

  useEffect(() => {
    if (!resendSchema.safeParse({ email: typed }).success) return
    const request = new AbortController()
    const debounce = setTimeout(
      () =>
        void checkEmail(typed, request.signal).then(
          (text) => text && setFeedback({ email: typed, text }),
        ),
      DEBOUNCE_MS,
    )
    return () => {
      clearTimeout(debounce)
      request.abort()
    }
  }, [typed])

  return { setTyped, feedback: feedback?.email === typed ? feedback.text : '' }
}

type Checked = { ok: boolean; email?: string; message?: string; reason?: string }

/** @returns undefined when the request failed: the form reports problems when it is submitted. */
async function checkEmail(email: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch('/api/signup', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
      signal,
    })
    const checked: Checked = await response.json()
    if (checked.ok)
      return `We will write to ${checked.email}. Only that mailbox learns whether it has an account.`
    return checked.reason === 'limited'
      ? 'Too many sign-ups from your network right now. Try again in a few minutes.'
      : checked.message
  } catch {
    return undefined
  }
}
