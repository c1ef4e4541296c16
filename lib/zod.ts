import { z } from 'zod'

// Zod compiles its checks with `eval` where allowed. Our content security policy forbids it.
if (typeof window !== 'undefined') z.config({ jitless: true })

/** Zod, for schemas that also run in browsers. */
export { z }

/** Whether a checkbox is ticked: `on` from a form, `true` from code. */
export const checkbox = z
  .unknown()
  .optional()
  .transform((value) => value === 'on' || value === true)

/** A checkbox that must be ticked before an irreversible action. */
export const requiredCheckbox = checkbox.refine(
  (isTicked) => isTicked,
  'Check this box to continue.',
)

/** A browser counts a line break as one character and sends it as two. */
export const normalizeNewlines = (text: string): string => text.replace(/\r\n?/g, '\n')
