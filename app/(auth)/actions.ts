'use server'

import { redirect } from 'next/navigation'
import { endCurrentSession } from '#lib/auth/browserSession.ts'

/** Logs out on this browser: the session is over before its cookie is gone. Needs no JavaScript. */
export async function logOut(): Promise<void> {
  await endCurrentSession(new Date())
  redirect('/login')
}
