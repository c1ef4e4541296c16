'use server'

import { redirect } from 'next/navigation'
import { endCurrentSession } from '#lib/auth/browserSession.ts'

/** Logs out this browser; works without JavaScript. */
export async function logOut(): Promise<void> {
  await endCurrentSession(new Date())
  redirect('/login')
}
