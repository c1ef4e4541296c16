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

/** What a call of NextAuth came to, besides its answer: it tells its callbacks, not its caller. */
export type AuthOutcome = {
  logIn?: LogInResult | { ok: false; reason: 'invalid' }
  /** Thrown in a callback, where NextAuth would swallow it or put its text into an address. */
  failure?: unknown
}

/** NextAuth's options for one call. */
export function authOptions(client: ClientInfo, happening: AuthOutcome): AuthOptions {
  const seconds = MAX_SESSION_MS / 1000
  return {
    secret: env().NEXTAUTH_SECRET,
    // Without the second the cookie would end, and the token in it live on.
    session: { strategy: 'jwt', maxAge: seconds },
    jwt: { maxAge: seconds },
    useSecureCookies: isHttps(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieAttributes() },
      csrfToken: { name: csrfCookieName(), options: cookieAttributes() },
    },
    pages: { signIn: '/login', signOut: '/account', error: '/login' },
    // With a logger of one's own `_log` takes entries from anyone: the route does not pass it on.
    logger: {
      error: (code) => log().error({ code }, 'next-auth'),
      warn: () => {},
      debug: () => {},
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {}, remember: {} },
        authorize: (credentials) => authorize(credentials, client, happening),
      }),
    ],
    callbacks: {
      // Only what the rows need; name, email and picture stay out of the cookie.
      jwt: ({ token, user }) => {
        if (!user) return { sub: token.sub, sid: token.sid, epoch: token.epoch }
        const { sid, epoch } = user as unknown as { sid: string; epoch: number }
        return { sub: user.id, sid, epoch }
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${safePath(url, ownOrigins())}`,
    },
    events: {
      // Before the cookie is cleared; NextAuth swallows errors here, `failure` does not.
      signOut: async ({ token }) => {
        if (!token.sub) return
        try {
          await revokeSession(token.sub, String(token.sid), new Date())
          await recordAuthEvent(token.sub, 'log-out', client, new Date())
        } catch (error) {
          happening.failure = error
        }
      },
    },
  }
}

/** A thrown error's text would go into the address bar: nothing is thrown, the reason is noted. */
async function authorize(
  credentials: Record<string, unknown> | undefined,
  client: ClientInfo,
  happening: AuthOutcome,
) {
  const parsed = loginSchema.safeParse(credentials ?? {})
  if (!parsed.success) {
    happening.logIn = { ok: false, reason: 'invalid' }
    return null
  }
  try {
    happening.logIn = await logIn(parsed.data, client, new Date())
  } catch (error) {
    happening.failure = error
    if (!isDatabaseAway(error)) log().error({ err: error }, 'a log-in failed')
    return null
  }
  if (!happening.logIn.ok) return null
  const { user, session } = happening.logIn
  return { id: user.id, sid: session.id, epoch: user.sessionEpoch }
}
