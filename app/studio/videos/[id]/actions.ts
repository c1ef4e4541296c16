'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { type ActionResult, validatedAction } from '#lib/auth/validatedAction.ts'
import { findPrivateInSameFolder } from '#lib/media/videoLinks.ts'
import {
  archiveVideoSchema,
  deleteVideoSchema,
  editVideoSchema,
} from '#lib/videos/editVideoSchema.ts'
import { changeVideo, getVideo, listVideos } from '#lib/videos/library.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'

const GONE = 'This video no longer exists.'

export const editVideo = validatedAction(
  { schema: editVideoSchema, who: 'owner' },
  async ({ video, ...fields }) => {
    const exposed = fields.visibility === 'public' ? await findExposedVideo(video) : undefined
    if (exposed) return { ok: false, errors: { visibility: exposedMessage(exposed.title) } }
    return change(video, fields, 'Saved.')
  },
)

/** Hides a video from members and lets no new playback of it start; its statistics are kept. */
export const archiveVideo = validatedAction(
  { schema: archiveVideoSchema, who: 'owner' },
  async ({ video }, { now }) => change(video, { archivedAt: now }),
)

/** A video that was replaced can be restored, too: both are in the library then. */
export const restoreVideo = validatedAction(
  { schema: archiveVideoSchema, who: 'owner' },
  async ({ video }) => change(video, { archivedAt: null, replacedBy: null }),
)

export const deleteVideo = validatedAction(
  { schema: deleteVideoSchema, who: 'owner' },
  async ({ video }) => {
    const removed = await removeVideo(video)
    if (!removed.ok) return { ok: false, message: GONE }
    redirect('/studio')
  },
)

async function findExposedVideo(id: string) {
  const video = await getVideo(id)
  return video ? findPrivateInSameFolder(video, await listVideos()) : undefined
}

const exposedMessage = (title: string) =>
  `Guests could also open “${title}”: its files are in the same folder. Move this video to a folder of its own first.`

async function change(
  video: string,
  fields: Parameters<typeof changeVideo>[1],
  message?: string,
): Promise<ActionResult> {
  const changed = await changeVideo(video, fields)
  if (!changed.ok) return { ok: false, message: GONE }
  revalidatePath(`/studio/videos/${video}`)
  return { ok: true, ...(message ? { message } : {}) }
}
