import { checkbox, z } from '#lib/zod.ts'
import { parseLength, parseRate } from './lengthAndRate.ts'
import { parseLink } from './parseLink.ts'
import { title } from './titleAndDescription.ts'

const link = z
  .string('Paste a link.')
  .max(4000, 'This link is too long.')
  .transform((text, context) => {
    const read = parseLink(text)
    if (read.ok) return read.link
    context.addIssue({ code: 'custom', message: read.reason })
    return z.NEVER
  })

const seconds = z
  .string('Enter the length.')
  .transform((text, context) => parseLength(text) ?? addIssue(context, LENGTH_MESSAGE))

const fps = z
  .string('Enter the frame rate.')
  .transform((text, context) => parseRate(text) ?? addIssue(context, RATE_MESSAGE))

const LENGTH_MESSAGE = 'Enter it as 2:00, 1:02:03.5 or in seconds; at most 24 hours.'
const RATE_MESSAGE =
  'Enter a number from 1 to 120, such as 25 or 29.97, or a fraction such as 30000/1001.'

/** The form that adds a video by its link. */
export const newVideoSchema = z.object({
  link,
  signed: checkbox,
  title,
  length: seconds,
  rate: fps,
  poster: z.string().max(1000).optional(),
  draft: checkbox,
  /** The video that it is to replace. */
  replaces: z.uuid().optional(),
})

function addIssue(context: z.RefinementCtx, message: string) {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
