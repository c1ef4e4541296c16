/** What a form shows after its action has answered. Browser-safe, serialisable, no password in it. */
export type FormState = {
  outcome: 'none' | 'refused' | 'done'
  /** For the form as a whole. */
  message?: string
  /** Where the message leads. */
  link?: { href: string; text: string }
  /** One sentence by field name. */
  errors: Record<string, string>
  /** What was typed, to stand in the fields again; never a password. */
  values: Record<string, string>
}

export const emptyForm: FormState = { outcome: 'none', errors: {}, values: {} }

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>
