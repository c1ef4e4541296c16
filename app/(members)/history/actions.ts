'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { validatedAction } from '#lib/auth/validatedAction.ts'
import { clearHistory } from '#lib/watch/progress/clearHistory.ts'
import { requiredCheckbox, z } from '#lib/zod.ts'

const PAGE = '/history'

export const removeFromHistory = validatedAction(
  { schema: z.object({ video: z.uuid() }), who: 'member' },
  async ({ video }, { member, now }) => {
    await clearHistory(member.id, video, now)
    revalidatePath(PAGE)
    return { ok: true }
  },
)

export const clearMyHistory = validatedAction(
  { schema: z.object({ sure: requiredCheckbox }), who: 'member' },
  async (_, { member, now }) => {
    await clearHistory(member.id, null, now)
    redirect(PAGE)
  },
)
