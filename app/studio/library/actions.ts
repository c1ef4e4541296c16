'use server'

import { revalidatePath } from 'next/cache'
import { validatedAction } from '#lib/auth/validatedAction.ts'
import { moveInLibrarySchema } from '#lib/videos/editVideoSchema.ts'
import { moveInLibrary } from '#lib/videos/library.ts'

export const moveVideo = validatedAction(
  { schema: moveInLibrarySchema, who: 'owner' },
  async ({ move: [where, video] }, { now }) => {
    await moveInLibrary(video, where, now)
    revalidatePath('/studio/library')
    return { ok: true }
  },
)
