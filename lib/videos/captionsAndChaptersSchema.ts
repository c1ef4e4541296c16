import { z } from '#lib/zod.ts'

/** Half the limit of a form's body; the captions of a long video take a tenth of it. */
const MAX_CAPTIONS_BYTES = 500_000

/** The form that adds captions to a video. */
export const captionsSchema = z.object({
  video: z.uuid(),
  captions: z
    .instanceof(File, { message: 'Choose a file.' })
    .refine(({ size }) => size > 0, 'Choose a file.')
    .refine(({ size }) => size <= MAX_CAPTIONS_BYTES, 'This file is too large for captions.'),
  language: z
    .string()
    .trim()
    .regex(
      /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
      'Enter a language code, such as en, de or pt-BR.',
    ),
  label: z
    .string()
    .trim()
    .min(1, 'Enter the name viewers will see, such as English.')
    .max(60, 'Use at most 60 characters.'),
})

export const removeCaptionsSchema = z.object({ video: z.uuid(), path: z.string().max(300) })

export const chaptersSchema = z.object({ video: z.uuid(), chapters: z.string().max(30_000) })
