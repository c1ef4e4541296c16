'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { validatedAction } from '#lib/auth/action.ts'
import { currentSession } from '#lib/auth/currentMember.ts'
import { listLiveSessions, revokeSession } from '#lib/auth/session.ts'
import { emptyForm } from '#lib/members/formState.ts'

const PAGE = '/account/sessions'

const end = validatedAction(
  { schema: z.object({ session: z.uuid() }), who: 'login' },
  async ({ session }, { member, now }) => {
    await revokeSession(member.id, session, now)
    revalidatePath(PAGE)
    return { ok: true }
  },
)

const endOthers = validatedAction(
  { schema: z.object({}), who: 'login' },
  async (_, { member, now }) => {
    const here = (await currentSession())?.session.id
    const others = (await listLiveSessions(member.id, now)).filter(({ id }) => id !== here)
    await Promise.all(others.map(({ id }) => revokeSession(member.id, id, now)))
    revalidatePath(PAGE)
    return { ok: true }
  },
)

/** Ends one session of one's own; the list shows the outcome. */
export async function endSession(form: FormData): Promise<void> {
  await end(emptyForm, form)
}

export async function endOtherSessions(form: FormData): Promise<void> {
  await endOthers(emptyForm, form)
}
