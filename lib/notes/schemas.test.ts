import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addNoteSchema, MOST_LETTERS } from './schemas.ts'

const read = (text: string) => addNoteSchema.safeParse({ video: randomUUID(), frame: '0', text })

test('a note that its field takes is taken, however many lines it has', () => {
  const typed = `${'a\n'.repeat(MOST_LETTERS / 2 - 1)}ab`
  expect(typed).toHaveLength(MOST_LETTERS)
  expect(read(typed.replaceAll('\n', '\r\n')).data?.text).toBe(typed)
  expect(read(`${typed}c`).success).toBe(false)
})
