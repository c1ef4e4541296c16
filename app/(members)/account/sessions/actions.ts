'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { currentSession } from '#lib/auth/currentMember.ts'
import { listLiveSessions, revokeSession } from '#lib/auth/session.ts'
import { validatedAction } from '#lib/auth/validatedAction.ts'

const PAGE = '/account/sessions'

export const endSession = validatedAction(
  { schema: z.object({ session: z.uuid() }), who: 'login' },
  async ({ session }, { member, client, now }) => {
    await revokeSession(member.id, session, now)
    await recordAuthEvent(member.id, 'session-ended', client, now)
    revalidatePath(PAGE)
    return { ok: true }
  },
)

export const endOtherSessions = validatedAction(
  { schema: z.object({}), who: 'login' },
  async (_, { member, client, now }) => {
    const here = (await currentSession())?.session.id
    const others = (await listLiveSessions(member.id, now)).filter(({ id }) => id !== here)
    await Promise.all(others.map(({ id }) => revokeSession(member.id, id, now)))
    await recordAuthEvent(member.id, 'sessions-ended', client, now)
    revalidatePath(PAGE)
    return { ok: true }
  },
)
