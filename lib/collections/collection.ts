/** Videos in an order: a course. Browser-safe. */
export type Collection = {
  id: string
  title: string
  description: string
  visibility: 'draft' | 'members'
  /** Whether a video opens for members only when those before it are finished. */
  sequential: boolean
  addedAt: Date
}

/** A course, not a library: one partition, read whole. */
export const MAX_VIDEOS_PER_COLLECTION = 200
export const MAX_COLLECTIONS = 500
