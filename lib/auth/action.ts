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

/** Who may send a form: anyone, someone logged in, a confirmed member, an owner. */
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
  /** Taken after the schema has passed, before the body. */
  limits?: (input: z.output<S>, context: ActionContext<W>) => Limit[]
}

/**
 * Makes a form's server action. In this order: same origin (a missing Origin is refused too), schema,
 * session and role, limits, then `body`, which holds only what the form is for. A database that is
 * away is said in the form; what was typed stays, except passwords.
 */
export function validatedAction<S extends z.ZodType, W extends Who>(
  { schema, who, limits }: Options<S, W>,
  body: (input: z.output<S>, context: ActionContext<W>) => Promise<ActionResult>,
): FormAction {
  return async (_previous, form) => {
    // Whoever calls the action by hand may send anything in the form's place.
    if (!(form instanceof FormData)) return toState(refused(MALFORMED), {})
    const values = keptValues(form)
    const answer = await carryOut().catch((error: unknown) => {
      if (isDatabaseAway(error)) return refused(DATABASE_AWAY)
      throw error
    })
    return toState(answer, values)

    async function carryOut(): Promise<ActionResult> {
      const sent = await headers()
      const header = (name: string) => sent.get(name) ?? undefined
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
      const taken = await consumeAttempt(limits?.(parsed.data, context) ?? [], context.now)
      if (!taken.ok) return refused(tooManyAttempts(taken.retryAfter))
      return body(parsed.data, context)
    }
  }
}

const DATABASE_AWAY =
  'The database does not answer just now. What you typed is still here: try again in a moment.'
const FOREIGN = 'This form was sent from another site, so nothing was done. Load this page again.'
const MALFORMED = 'This is not what the form sends. Load the page again.'
const NOT_ALLOWED = 'You are not logged in any more, or may not do this. Log in and try again.'

export function tooManyAttempts(seconds: number): string {
  return `Too many tries. Come back ${retryAfterText(seconds)}.`
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

/** No form of ours has more fields. */
const MAX_KEPT_FIELDS = 20

/** Text as it was typed, cut where no field is that long; nothing secret, nothing of React's. */
function keptValues(form: FormData): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    if (/password|token/i.test(name) || Object.keys(kept).length === MAX_KEPT_FIELDS) continue
    kept[name.slice(0, 50)] = value.slice(0, 5000)
  }
  return kept
}

function toState(answer: ActionResult, values: Record<string, string>): FormState {
  return {
    outcome: answer.ok ? 'done' : 'refused',
    ...(answer.message ? { message: answer.message } : {}),
    ...(answer.link ? { link: answer.link } : {}),
    errors: answer.errors ?? {},
    values,
  }
}
