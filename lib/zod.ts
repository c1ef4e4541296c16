import { z } from 'zod'

// Zod compiles its checks by `eval` where it may. Our pages may not, and would report every try.
if (typeof window !== 'undefined') z.config({ jitless: true })

/** Zod, for schemas that a browser checks, too. */
export { z }

/** A box that is ticked: `on` from a form, `true` from code. */
export const checkbox = z
  .unknown()
  .optional()
  .transform((value) => value === 'on' || value === true)

/** A box to be ticked before something is done for good. */
export const requiredCheckbox = checkbox.refine((isSure) => isSure, 'Tick this first.')

/** A browser counts a line's end as one character and sends it as two. */
export const normalizeNewlines = (text: string): string => text.replace(/\r\n?/g, '\n')
