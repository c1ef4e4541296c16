import { headers } from 'next/headers'
import type { z } from 'zod'
import { isDatabaseAway } from '#db/client.ts'
import type { FormAction, FormState } from '#lib/members/formState.ts'
import type { Member } from '#lib/members/member.ts'
import type { ClientInfo } from './clientInfo.ts'
import { clientInfoOf } from './clientInfo.ts'
import { currentMember } from './currentMember.ts'
import { isOwnOrigin, linkOrigin } from './origin.ts'
import { consumeAttempt, type Limit, retryAfterText } from './rateLimiter.ts'

/** Who may submit a form: anyone, a user with a session, a confirmed member, an owner. */
export type Who = 'anyone' | 'login' | 'member' | 'owner'

export type ActionContext<W extends Who> = {
  member: W extends 'anyone' ? Member | null : Member
  client: ClientInfo
  /** One of our own origins, for links in mails. */
  origin: string
  now: Date
  form: FormData
}

export type ActionResult = {
  ok: boolean
  message?: string
  link?: FormState['link']
  errors?: Record<string, string>
}

type Options<S extends z.ZodType, W extends Who> = {
  schema: S
  who: W
  /** Consumed after the schema has passed, before `body` runs. */
  limits?: (input: z.output<S>, context: ActionContext<W>) => Limit[]
}

/**
 * Makes the server action of a form. It checks in this order: same origin (a missing Origin is
 * refused), schema, session and role, rate limits; then it runs `body`. When the database is away the
 * form shows a message and keeps its values, except passwords and tokens.
 */
export function validatedAction<S extends z.ZodType, W extends Who>(
  { schema, who, limits }: Options<S, W>,
  body: (input: z.output<S>, context: ActionContext<W>) => Promise<ActionResult>,
): FormAction {
  return async (_previous, form) => {
    // An action can be called with any argument, without our form.
    if (!(form instanceof FormData)) return toState(refused(MALFORMED), {})
    const values = keptValues(form)
    const result = await run().catch((error: unknown) => {
      if (isDatabaseAway(error)) return refused(DATABASE_AWAY)
      throw error
    })
    return toState(result, values)

    async function run(): Promise<ActionResult> {
      const requestHeaders = await headers()
      const header = (name: string) => requestHeaders.get(name) ?? undefined
      if (!isOwnOrigin(header('origin'), header('host'))) return refused(FOREIGN)
      const parsed = schema.safeParse(Object.fromEntries(form))
      if (!parsed.success) return { ok: false, errors: errorsByField(parsed.error) }
      const member = await currentMember()
      if (!isAllowed(member, who)) return refused(NOT_ALLOWED)
      const context = {
        member,
        client: clientInfoOf(header),
        origin: linkOrigin(header('host')),
        now: new Date(),
        form,
      } as ActionContext<W>
      const attempt = await consumeAttempt(limits?.(parsed.data, context) ?? [], context.now)
      if (!attempt.ok) return refused(tooManyAttempts(attempt.retryAfter))
      return body(parsed.data, context)
    }
  }
}

const DATABASE_AWAY =
  'The database does not answer just now. Your entries are still here: try again in a moment.'
const FOREIGN = 'This form was sent from another site and was not processed. Reload this page.'
const MALFORMED = 'The form data is malformed. Reload this page.'
const NOT_ALLOWED = 'You are no longer logged in, or do not have permission. Log in and try again.'

export function tooManyAttempts(seconds: number): string {
  return `Too many attempts. Try again ${retryAfterText(seconds)}.`
}

function refused(message: string): ActionResult {
  return { ok: false, message }
}

function isAllowed(member: Member | null, who: Who): boolean {
  if (who === 'anyone') return true
  if (!member) return false
  if (who === 'login') return true
  return member.emailVerifiedAt !== null && (who === 'member' || member.role === 'owner')
}

function errorsByField(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of error.issues) errors[path.join('.')] ??= message
  return errors
}

/** More than any form has. */
const MAX_KEPT_FIELDS = 20

/** The text fields as typed, truncated; without secrets and without React's own fields. */
function keptValues(form: FormData): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    if (/password|token/i.test(name) || Object.keys(kept).length === MAX_KEPT_FIELDS) continue
    kept[name.slice(0, 50)] = value.slice(0, 5000)
  }
  return kept
}

function toState(result: ActionResult, values: Record<string, string>): FormState {
  return {
    outcome: result.ok ? 'done' : 'refused',
    ...(result.message ? { message: result.message } : {}),
    ...(result.link ? { link: result.link } : {}),
    errors: result.errors ?? {},
    values,
  }
}
