import { normalizeNewlines, z } from '#lib/zod.ts'

/** The title of a video or a collection, in all forms. */
export const title = z
  .string('Enter a title.')
  .trim()
  .min(1, 'Enter a title.')
  .max(200, 'Use at most 200 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'Leave out control characters.')

export const description = z
  .string()
  .overwrite(normalizeNewlines)
  .trim()
  .max(2000, 'Use at most 2,000 characters.')
  .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, 'Leave out control characters.')
