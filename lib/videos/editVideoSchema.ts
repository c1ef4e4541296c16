import { requiredCheckbox, z } from '#lib/zod.ts'
import { moveField } from './moveField.ts'
import { description, title } from './titleAndDescription.ts'

const video = z.uuid()

/** The form that edits a video. */
export const editVideoSchema = z.object({
  video,
  title,
  description,
  visibility: z.enum(['draft', 'members', 'public'], 'Choose who can watch it.'),
})

/** The form that deletes a video. */
export const deleteVideoSchema = z.object({ video, sure: requiredCheckbox })

/** The forms that archive and unarchive a video. */
export const archiveVideoSchema = z.object({ video })

/** The form that moves a video in the library. */
export const moveInLibrarySchema = z.object({ move: moveField(['up', 'down', 'top']) })
