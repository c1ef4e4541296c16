/** What a member wrote down at a frame of a film, for themselves. Browser-safe. */
export type Note = { id: string; frame: number; text: string }

export const MOST_LETTERS = 2000
/** Of one member and film: a page shows them all. */
export const MOST_OF_A_FILM = 500
/** Of one member: one partition, 40 MB at the very most. */
export const MOST_OF_A_MEMBER = 5000
