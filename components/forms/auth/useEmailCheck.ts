'use client'

import { useEffect, useState } from 'react'
import { resendSchema } from '#lib/members/schemas.ts'

/** So long nothing is typed before the server is asked. */
const DEBOUNCE_MS = 500

/** Says what the server thinks of an address while it is typed; nothing while it is not one yet. */
export function useEmailCheck() {
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<{ of: string; text: string }>()

  useEffect(() => {
    if (!resendSchema.safeParse({ email: typed }).success) return
    const asking = new AbortController()
    const pause = setTimeout(
      () =>
        void checkEmail(typed, asking.signal).then((text) => text && setSaid({ of: typed, text })),
      DEBOUNCE_MS,
    )
    return () => {
      clearTimeout(pause)
      asking.abort()
    }
  }, [typed])

  return { setTyped, said: said?.of === typed ? said.text : '' }
}

type Checked = { ok: boolean; email?: string; message?: string; reason?: string }

/** @returns nothing when nobody answered: the form itself will say what is wrong. */
async function checkEmail(email: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch('/api/signup', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
      signal,
    })
    const checked: Checked = await answer.json()
    if (checked.ok)
      return `We will write to ${checked.email}. Whether it has an account only that mailbox is told.`
    return checked.reason === 'limited'
      ? 'Many have signed up from here just now. It may be some minutes until you can.'
      : checked.message
  } catch {
    return undefined
  }
}
