import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isHttps } from '#lib/auth/origin.ts'
import { decodeSessionToken, sessionCookieName } from '#lib/auth/sessionCookie.ts'
import { VIEWER_COOKIE, viewerAttributes, viewerOfSession } from '#lib/media/mediaLink.ts'
import { contentPolicy } from '#lib/server/contentPolicy.ts'

const isDev = process.env.NODE_ENV === 'development'

/**
 * Gives each page its content policy; Next puts the nonce it finds there on its own scripts. And
 * each session the cookie by which nginx knows it: worth nothing without links that pages hand out.
 * Nothing is decided here about who may see what: every page, action and route does that for itself.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const policy = contentPolicy(randomBytes(16).toString('base64'), { isHttps: isHttps(), isDev })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // Not with the answer to a form: it may be the one that logs out.
  const isForm = request.method === 'POST'
  const envelope = isForm
    ? null
    : await decodeSessionToken(request.cookies.get(sessionCookieName())?.value)
  if (envelope)
    response.cookies.set(VIEWER_COOKIE, viewerOfSession(envelope.sid), viewerAttributes())
  return response
}

export const config = { matcher: '/((?!api/|media/|_next/static/).*)' }
