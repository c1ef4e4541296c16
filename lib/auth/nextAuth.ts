import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { type AuthOutcome, authOptions } from './authOptions.ts'
import type { ClientInfo } from './clientInfo.ts'

export type AuthCall = {
  method: 'GET' | 'POST'
  /** The path below `/api/auth`, e.g. `['callback', 'credentials']`. */
  action: string[]
  query?: Record<string, string>
  body?: Record<string, string>
  cookies: Record<string, string>
  origin: string
  client: ClientInfo
}

export type AuthResponse = {
  status: number
  location: string | undefined
  setCookies: string[]
  body: unknown
}

/**
 * Runs NextAuth's handler on a request built here: cookies with exact names, no forwarded headers, and
 * a callbackUrl that is a path of this site.
 */
export async function callNextAuth(
  call: AuthCall,
): Promise<{ response: AuthResponse; outcome: AuthOutcome }> {
  // NextAuth trusts the headers below, which name our own origin; there are no others.
  process.env.AUTH_TRUST_HOST = '1'
  const outcome: AuthOutcome = {}
  const url = new URL(call.origin)
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: call.action },
    body: call.body,
    cookies: call.cookies,
    headers: { host: url.host, 'x-forwarded-proto': url.protocol.slice(0, -1) },
  }
  const { recorder, response } = recordingResponse()
  const options = authOptions(call.client, outcome)
  await NextAuth(
    request as unknown as NextApiRequest,
    recorder as unknown as NextApiResponse,
    options,
  )
  if (outcome.error !== undefined) throw outcome.error
  return { response, outcome }
}

/** `recorder` has the methods of a response that NextAuth calls; `response` is their record. */
function recordingResponse() {
  const recorded: AuthResponse = {
    status: 200,
    location: undefined,
    setCookies: [],
    body: undefined,
  }
  const finish = (body?: unknown) => {
    recorded.body = body
  }
  const recorder = {
    status(code: number) {
      recorded.status = code
      return recorder
    },
    setHeader(name: string, value: string | string[]) {
      if (name === 'Set-Cookie') recorded.setCookies = [value].flat()
      if (name === 'Location') recorded.location = [value].flat()[0]
      return recorder
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? recorded.setCookies : undefined),
    end: finish,
    json: finish,
    send: finish,
  }
  return { recorder, response: recorded }
}
