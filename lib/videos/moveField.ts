import { z } from '#lib/zod.ts'

/** What the button says that moves a video in a list: one name and one value are all it can send. */
export function moveValue(where: string, videoId: string): string {
  return `${where} ${videoId}`
}

/** Reads it. @returns a schema of `[where, videoId]` */
export function moveField<const M extends readonly [string, ...string[]]>(moves: M) {
  return z
    .string()
    .transform((value) => value.split(' '))
    .pipe(z.tuple([z.enum(moves), z.uuid()]))
}
