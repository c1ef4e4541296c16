/** Videos in a fixed order: a course. Browser-safe. */
export type Collection = {
  id: string
  title: string
  description: string
  visibility: 'draft' | 'members'
  /** Whether a video is locked for members until those before it are finished. */
  sequential: boolean
  addedAt: Date
}

/** One partition, which is always read whole. */
export const MAX_VIDEOS_PER_COLLECTION = 200
export const MAX_COLLECTIONS = 500
