/** What a form shows after its action. Browser-safe, serialisable, without passwords. */
export type FormState = {
  outcome: 'none' | 'refused' | 'done'
  /** For the form as a whole. */
  message?: string
  /** A link shown with the message. */
  link?: { href: string; text: string }
  /** One message by field name. */
  errors: Record<string, string>
  /** The submitted values, to fill the fields again; never a password. */
  values: Record<string, string>
}

export const emptyForm: FormState = { outcome: 'none', errors: {}, values: {} }

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>
