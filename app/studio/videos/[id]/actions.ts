'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { type ActionAnswer, validatedAction } from '#lib/auth/action.ts'
import { findPrivateInSameFolder } from '#lib/media/videoLinks.ts'
import {
  archiveVideoSchema,
  deleteVideoSchema,
  editVideoSchema,
} from '#lib/videos/editVideoSchema.ts'
import { changeVideo, getVideo, listVideos } from '#lib/videos/library.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'

const GONE = 'This video is not there any more.'

export const editVideo = validatedAction(
  { schema: editVideoSchema, who: 'owner' },
  async ({ video, ...words }) => {
    const beside = words.visibility === 'public' ? await findClosedBeside(video) : undefined
    if (beside) return { ok: false, errors: { visibility: besideWords(beside.title) } }
    return change(video, words, 'Saved.')
  },
)

/** Members do not find it any more, and no playback of it begins; what was counted stays. */
export const archiveVideo = validatedAction(
  { schema: archiveVideoSchema, who: 'owner' },
  async ({ video }, { now }) => change(video, { archivedAt: now }),
)

/** Of one that was replaced, too: then both are there. */
export const bringVideoBack = validatedAction(
  { schema: archiveVideoSchema, who: 'owner' },
  async ({ video }) => change(video, { archivedAt: null, replacedBy: null }),
)

export const deleteThisVideo = validatedAction(
  { schema: deleteVideoSchema, who: 'owner' },
  async ({ video }) => {
    const removed = await removeVideo(video)
    if (!removed.ok) return { ok: false, message: GONE }
    redirect('/studio')
  },
)

async function findClosedBeside(id: string) {
  const video = await getVideo(id)
  return video ? findPrivateInSameFolder(video, await listVideos()) : undefined
}

const besideWords = (title: string) =>
  `Guests would reach “${title}”, too: its files lie in the same folder. Give this video a folder of its own first.`

async function change(
  video: string,
  words: Parameters<typeof changeVideo>[1],
  message?: string,
): Promise<ActionAnswer> {
  const changed = await changeVideo(video, words)
  if (!changed.ok) return { ok: false, message: GONE }
  revalidatePath(`/studio/videos/${video}`)
  return { ok: true, ...(message ? { message } : {}) }
}
