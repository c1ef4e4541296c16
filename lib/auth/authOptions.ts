import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { isDatabaseAway } from '#db/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { loginSchema } from '#lib/members/schemas.ts'
import { recordAuthEvent } from './authEvents.ts'
import { safePath } from './callbackUrl.ts'
import type { ClientInfo } from './clientInfo.ts'
import { type LogInResult, logIn } from './logIn.ts'
import { isHttps, ownOrigins } from './origin.ts'
import { revokeSession } from './session.ts'
import { cookieAttributes, csrfCookieName, sessionCookieName } from './sessionCookie.ts'
import { MAX_SESSION_MS } from './sessionExpiry.ts'

/** The results that NextAuth passes only to its callbacks, not to its caller. */
export type AuthOutcome = {
  logIn?: LogInResult | { ok: false; reason: 'invalid' }
  /** An error of a callback: NextAuth would swallow it or put its message into a URL. */
  error?: unknown
}

/** NextAuth's options for one call. */
export function authOptions(client: ClientInfo, outcome: AuthOutcome): AuthOptions {
  const seconds = MAX_SESSION_MS / 1000
  return {
    secret: env().NEXTAUTH_SECRET,
    // Without jwt.maxAge the token would outlive its cookie.
    session: { strategy: 'jwt', maxAge: seconds },
    jwt: { maxAge: seconds },
    useSecureCookies: isHttps(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieAttributes() },
      csrfToken: { name: csrfCookieName(), options: cookieAttributes() },
    },
    pages: { signIn: '/login', signOut: '/account', error: '/login' },
    // With a custom logger `_log` accepts entries from anyone: the route does not expose it.
    logger: {
      error: (code) => log().error({ code }, 'next-auth'),
      warn: () => {},
      debug: () => {},
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {}, remember: {} },
        authorize: (credentials) => authorize(credentials, client, outcome),
      }),
    ],
    callbacks: {
      // Only the keys of the rows; name, email and picture stay out of the cookie.
      jwt: ({ token, user }) => {
        if (!user) return { sub: token.sub, sid: token.sid, epoch: token.epoch }
        const { sid, epoch } = user as unknown as { sid: string; epoch: number }
        return { sub: user.id, sid, epoch }
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${safePath(url, ownOrigins())}`,
    },
    events: {
      // Runs before the cookie is cleared. NextAuth swallows errors here, hence `outcome.error`.
      signOut: async ({ token }) => {
        if (!token.sub) return
        try {
          await revokeSession(token.sub, String(token.sid), new Date())
          await recordAuthEvent(token.sub, 'log-out', client, new Date())
        } catch (error) {
          outcome.error = error
        }
      },
    },
  }
}

/** Never throws: the error's message would be put into the URL. The reason goes into `outcome`. */
async function authorize(
  credentials: Record<string, unknown> | undefined,
  client: ClientInfo,
  outcome: AuthOutcome,
) {
  const parsed = loginSchema.safeParse(credentials ?? {})
  if (!parsed.success) {
    outcome.logIn = { ok: false, reason: 'invalid' }
    return null
  }
  try {
    outcome.logIn = await logIn(parsed.data, client, new Date())
  } catch (error) {
    outcome.error = error
    if (!isDatabaseAway(error)) log().error({ err: error }, 'a log-in failed')
    return null
  }
  if (!outcome.logIn.ok) return null
  const { user, session } = outcome.logIn
  return { id: user.id, sid: session.id, epoch: user.sessionEpoch }
}
