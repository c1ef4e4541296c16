import { z } from '#lib/zod.ts'

/** Half of what a form may carry; the captions of a long video are a tenth of it. */
const MAX_CAPTIONS_BYTES = 500_000

/** The form that gives a video captions. */
export const captionsSchema = z.object({
  video: z.uuid(),
  captions: z
    .instanceof(File, { message: 'Choose a file.' })
    .refine(({ size }) => size > 0, 'Choose a file.')
    .refine(({ size }) => size <= MAX_CAPTIONS_BYTES, 'This file is too large for captions.'),
  language: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Write a code, such as en, de or pt-BR.'),
  label: z
    .string()
    .trim()
    .min(1, 'Say what people choose them by, such as English.')
    .max(60, 'Use at most 60 characters.'),
})

export const removeCaptionsSchema = z.object({ video: z.uuid(), path: z.string().max(300) })

export const chaptersSchema = z.object({ video: z.uuid(), chapters: z.string().max(30_000) })
