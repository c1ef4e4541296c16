import { z } from '#lib/zod.ts'

/** What is typed into the search field. */
export const searchQuery = z
  .string('Search for one thing at a time.')
  .trim()
  .max(100, 'Search with at most 100 characters.')
