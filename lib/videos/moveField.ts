import { z } from '#lib/zod.ts'

/** The value of a button that moves a video in a list. A button sends one value, so it carries both. */
export function moveValue(where: string, videoId: string): string {
  return `${where} ${videoId}`
}

/** @returns a schema that parses `moveValue` to `[where, videoId]` */
export function moveField<const M extends readonly [string, ...string[]]>(moves: M) {
  return z
    .string()
    .transform((value) => value.split(' '))
    .pipe(z.tuple([z.enum(moves), z.uuid()]))
}
