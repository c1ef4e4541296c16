import { normalizeNewlines, z } from '#lib/zod.ts'
import { MAX_NOTE_CHARS } from './note.ts'

const text = z
  .string('Write something first.')
  .overwrite(normalizeNewlines)
  .trim()
  .min(1, 'Write something first.')
  .max(MAX_NOTE_CHARS, `Use at most ${MAX_NOTE_CHARS.toLocaleString('en')} characters.`)
  .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, 'Leave out control characters.')

/** Digits only, because `Number('')` is 0. */
const frame = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

const video = z.uuid()

export const addNoteSchema = z.object({ video, frame, text })

const note = z.object({ video, frame, note: z.uuid() })

export const editNoteSchema = note.extend({ text })
export const deleteNoteSchema = note
