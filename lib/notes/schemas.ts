import { oneCharacterEnds, z } from '#lib/zod.ts'

/** What a member wrote down at a frame of a video, for themselves. Browser-safe. */
export type Note = { id: string; frame: number; text: string }

export const MAX_NOTE_CHARS = 2000
/** Of one member and video: a page shows them all. */
export const MAX_NOTES_PER_VIDEO = 500
/** Of one member: one partition, 40 MB at the very most. */
export const MAX_NOTES_PER_MEMBER = 5000

const text = z
  .string('Write something first.')
  .overwrite(oneCharacterEnds)
  .trim()
  .min(1, 'Write something first.')
  .max(MAX_NOTE_CHARS, `Use at most ${MAX_NOTE_CHARS.toLocaleString('en')} characters.`)
  .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, 'Leave out control characters.')

/** Digits only: `Number('')` is 0, too. */
const frame = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

const video = z.uuid()

export const addNoteSchema = z.object({ video, frame, text })

const note = z.object({ video, frame, note: z.uuid() })

export const editNoteSchema = note.extend({ text })
export const deleteNoteSchema = note
