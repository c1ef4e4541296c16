import { sure, ticked, z } from '#lib/z.ts'
import { description, title } from './videoTexts.ts'

/** The form that changes what is said of a video, and to whom it is shown. */
export const editVideoSchema = z.object({ video: z.uuid(), title, description, draft: ticked })

/** The form that deletes one. */
export const deleteVideoSchema = z.object({
  video: z.uuid(),
  sure,
})
