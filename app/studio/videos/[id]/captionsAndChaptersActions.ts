'use server'

import { revalidatePath } from 'next/cache'
import { validatedAction } from '#lib/auth/validatedAction.ts'
import { addCaptions, removeCaptions } from '#lib/transcoding/captions.ts'
import {
  captionsSchema,
  chaptersSchema,
  removeCaptionsSchema,
} from '#lib/videos/captionsAndChaptersSchema.ts'
import { readChapters } from '#lib/videos/chaptersText.ts'
import { changeVideo, getVideo } from '#lib/videos/library.ts'

const pageOf = (id: string) => `/studio/videos/${id}`

export const addCaptionsToVideo = validatedAction(
  { schema: captionsSchema, who: 'owner' },
  async ({ video, captions, ...fields }) => {
    const bytes = new Uint8Array(await captions.arrayBuffer())
    const added = await addCaptions(video, { ...fields, bytes })
    if (!added.ok) return { ok: false, errors: { captions: added.reason } }
    revalidatePath(pageOf(video))
    return { ok: true, message: `${fields.label} added.` }
  },
)

export const removeCaptionsOfVideo = validatedAction(
  { schema: removeCaptionsSchema, who: 'owner' },
  async ({ video, path }) => {
    await removeCaptions(video, path)
    revalidatePath(pageOf(video))
    return { ok: true }
  },
)

export const saveChapters = validatedAction(
  { schema: chaptersSchema, who: 'owner' },
  async ({ video: id, chapters: text }) => {
    const video = await getVideo(id)
    if (!video) return { ok: false, message: 'This video is no longer in the library.' }
    const read = readChapters(text, video)
    if (!read.ok) return { ok: false, errors: { chapters: read.reason } }
    await changeVideo(id, { chapters: read.chapters })
    revalidatePath(pageOf(id))
    const { length } = read.chapters
    return { ok: true, message: length === 1 ? '1 chapter saved.' : `${length} chapters saved.` }
  },
)
