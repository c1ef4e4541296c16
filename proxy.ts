import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isHttps } from '#lib/auth/origin.ts'
import { contentPolicy } from '#lib/server/contentPolicy.ts'

const isDev = process.env.NODE_ENV === 'development'

/**
 * Gives each page its content policy; Next puts the nonce it finds there on its own scripts. Nothing
 * is decided here about who may see what: every page, action and route does that for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentPolicy(randomBytes(16).toString('base64'), { isHttps: isHttps(), isDev })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: '/((?!api/|media/|_next/static/).*)' }
