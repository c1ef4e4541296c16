import { sure, z } from '#lib/zod.ts'
import { moveField } from './moveField.ts'
import { description, title } from './titleAndDescription.ts'

const video = z.uuid()

/** The form that changes what is said of a video, and to whom it is shown. */
export const editVideoSchema = z.object({
  video,
  title,
  description,
  visibility: z.enum(['draft', 'members', 'public'], 'Choose who may watch it.'),
})

/** The form that deletes one. */
export const deleteVideoSchema = z.object({ video, sure })

/** The forms that archive one and bring it back. */
export const archiveVideoSchema = z.object({ video })

/** The form that moves one in the library. */
export const moveInLibrarySchema = z.object({ move: moveField(['up', 'down', 'top']) })
