import { oneCharacterEnds, z } from '#lib/z.ts'
import { MOST_LETTERS } from './note.ts'

const text = z
  .string('Write something first.')
  .overwrite(oneCharacterEnds)
  .trim()
  .min(1, 'Write something first.')
  .max(MOST_LETTERS, `Use at most ${MOST_LETTERS.toLocaleString('en')} characters.`)
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
