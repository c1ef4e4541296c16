/*
 * Apart from `schemas.ts`, so that the video page's script does not carry zod (`e2e/weight.spec.ts`).
 */

/** A member's private note at a frame of a video. Browser-safe. */
export type Note = { id: string; frame: number; text: string }

export const MAX_NOTE_CHARS = 2000
/** For one member and video: the page shows all of them. */
export const MAX_NOTES_PER_VIDEO = 500
/** For one member: one partition, at most 40 MB. */
export const MAX_NOTES_PER_MEMBER = 5000
