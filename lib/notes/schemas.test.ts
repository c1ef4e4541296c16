import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { MAX_NOTE_CHARS } from './note.ts'
import { addNoteSchema } from './schemas.ts'

const read = (text: string) => addNoteSchema.safeParse({ video: randomUUID(), frame: '0', text })

test('a note that fits its text field is valid, however many lines it has', () => {
  const typed = `${'a\n'.repeat(MAX_NOTE_CHARS / 2 - 1)}ab`
  expect(typed).toHaveLength(MAX_NOTE_CHARS)
  expect(read(typed.replaceAll('\n', '\r\n')).data?.text).toBe(typed)
  expect(read(`${typed}c`).success).toBe(false)
})
