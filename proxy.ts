import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isHttps } from '#lib/auth/origin.ts'
import { decodeSessionToken, sessionCookieName } from '#lib/auth/sessionCookie.ts'
import { VIEWER_COOKIE, viewerAttributes, viewerOfSession } from '#lib/media/signedLink.ts'
import { contentPolicy } from '#lib/server/contentPolicy.ts'

const isDev = process.env.NODE_ENV === 'development'

/**
 * Sets the content security policy of each page, whose nonce Next adds to its scripts, and the cookie by
 * which nginx recognises a session, which is useless without the signed links on pages. Makes no access
 * decisions: every page, action and route makes its own.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const policy = contentPolicy(randomBytes(16).toString('base64'), { isHttps: isHttps(), isDev })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // Not in the response to a form: it can be the one that logs out.
  const isForm = request.method === 'POST'
  const claims = isForm
    ? null
    : await decodeSessionToken(request.cookies.get(sessionCookieName())?.value)
  if (claims) response.cookies.set(VIEWER_COOKIE, viewerOfSession(claims.sid), viewerAttributes())
  return response
}

export const config = { matcher: '/((?!api/|media/|_next/static/).*)' }
