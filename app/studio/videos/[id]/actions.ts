'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { validatedAction } from '#lib/auth/action.ts'
import { deleteVideoSchema, editVideoSchema } from '#lib/videos/editVideoSchema.ts'
import { changeVideo } from '#lib/videos/library.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'

const GONE = 'This video is not there any more.'

export const editVideo = validatedAction(
  { schema: editVideoSchema, who: 'owner' },
  async ({ video, title, description, draft }) => {
    const visibility = draft ? 'draft' : 'members'
    const changed = await changeVideo(video, { title, description, visibility })
    if (!changed.ok) return { ok: false, message: GONE }
    revalidatePath(`/studio/videos/${video}`)
    return { ok: true, message: 'Saved.' }
  },
)

export const deleteThisVideo = validatedAction(
  { schema: deleteVideoSchema, who: 'owner' },
  async ({ video }) => {
    const removed = await removeVideo(video)
    if (!removed.ok) return { ok: false, message: GONE }
    redirect('/studio')
  },
)
