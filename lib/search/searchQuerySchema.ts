import { z } from '#lib/zod.ts'

/** The text of the search field. */
export const searchQuerySchema = z
  .string('Search for one thing at a time.')
  .trim()
  .max(100, 'Search with at most 100 characters.')
