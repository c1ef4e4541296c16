import { Secret } from '#lib/auth/secret.ts'
import { checkbox, z } from '#lib/zod.ts'
import { PASSWORD_MAX, passwordProblem } from './passwordRules.ts'

/*
 * One schema for the form in the browser and the action on the server. Emails are normalised here and
 * nowhere else; a password leaves its schema as a `Secret`, which cannot be printed.
 */

const email = z
  .string('Enter your email address.')
  .trim()
  .toLowerCase()
  .min(1, 'Enter your email address.')
  .max(254, 'This address is too long.')
  .pipe(z.email('This does not look like an email address.'))

const name = z
  .string('Enter your name.')
  .trim()
  .min(1, 'Enter your name.')
  .max(80, 'Use at most 80 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'Leave out control characters.')

/** NFC, so that composed and decomposed letters are the same password. */
const asSecret = (text: string) => new Secret(text.normalize('NFC'))

const newPassword = z
  .string('Choose a password.')
  .superRefine((text, context) => {
    const problem = passwordProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
  .transform(asSecret)

/** An existing password: only its length is checked. */
const password = z
  .string('Enter your password.')
  .min(1, 'Enter your password.')
  .refine((text) => [...text].length <= PASSWORD_MAX, `At most ${PASSWORD_MAX} characters.`)
  .transform(asSecret)

const repeated = z
  .string('Repeat the password.')
  .min(1, 'Repeat the password.')
  .max(4 * PASSWORD_MAX, 'The two passwords differ.')
  .transform(asSecret)

const passwordPair = { password: newPassword, confirmPassword: repeated }

function areEqual({ password, confirmPassword }: { password: Secret; confirmPassword: Secret }) {
  return password.equals(confirmPassword)
}

/** Checked as soon as both are valid, whatever else is wrong with the form. */
const mustBeEqual = {
  path: ['confirmPassword'],
  error: 'The two passwords differ.',
  when: ({ value }: { value: unknown }) => {
    const { password, confirmPassword } = (value ?? {}) as Record<string, unknown>
    return password instanceof Secret && confirmPassword instanceof Secret
  },
}

const token = z.string('This link is not complete.').min(1).max(200)

export const signupSchema = z
  .object({
    name,
    email,
    ...passwordPair,
    /** The address of the sign-up that this one corrects: a hidden field; a malformed one is ignored. */
    instead: email.optional().catch(undefined),
  })
  .refine(areEqual, mustBeEqual)

export const loginSchema = z.object({
  email,
  password,
  remember: checkbox,
  callbackUrl: z.string().max(2000).optional(),
})

export const forgotSchema = z.object({ email })

export const resetSchema = z.object({ token, ...passwordPair }).refine(areEqual, mustBeEqual)

export const acceptInviteSchema = z
  .object({ token, name, ...passwordPair })
  .refine(areEqual, mustBeEqual)

export const inviteSchema = z.object({ email })

export const memberIdSchema = z.object({ member: z.uuid().toLowerCase() })

export const verifySchema = z.object({ token })

export const resendSchema = z.object({ email })

export const changeEmailSchema = z.object({ email, password })

export const deleteAccountSchema = z.object({ password })

export const nameSchema = z.object({ name })

export const changePasswordSchema = z
  .object({ currentPassword: password, ...passwordPair })
  .refine(areEqual, mustBeEqual)

/** The input of `createUser`: the rules of the form, without the repeated password. */
export const newUserSchema = z.object({
  email,
  password: z.preprocess(
    (given: string | Secret) => (given instanceof Secret ? given.reveal() : given),
    newPassword,
  ),
  name: name.optional(),
  role: z.enum(['member', 'owner']).default('member'),
  confirmed: z.boolean().default(false),
})
