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
 * Runs NextAuth's own handler on a request we made ourselves: cookies by their exact names, no
 * forwarded headers, no callbackUrl but a path of ours.
 */
export async function callNextAuth(
  call: AuthCall,
): Promise<{ answer: AuthResponse; happening: AuthOutcome }> {
  // It believes the headers below, which name an origin of ours; there are no others.
  process.env.AUTH_TRUST_HOST = '1'
  const happening: AuthOutcome = {}
  const url = new URL(call.origin)
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: call.action },
    body: call.body,
    cookies: call.cookies,
    headers: { host: url.host, 'x-forwarded-proto': url.protocol.slice(0, -1) },
  }
  const { response, answer } = recordingResponse()
  const options = authOptions(call.client, happening)
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  )
  if (happening.failure !== undefined) throw happening.failure
  return { answer, happening }
}

/** The few methods of a response that NextAuth calls, writing down what it says. */
function recordingResponse() {
  const answer: AuthResponse = { status: 200, location: undefined, setCookies: [], body: undefined }
  const finish = (body?: unknown) => {
    answer.body = body
  }
  const response = {
    status(code: number) {
      answer.status = code
      return response
    },
    setHeader(name: string, value: string | string[]) {
      if (name === 'Set-Cookie') answer.setCookies = [value].flat()
      if (name === 'Location') answer.location = [value].flat()[0]
      return response
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? answer.setCookies : undefined),
    end: finish,
    json: finish,
    send: finish,
  }
  return { response, answer }
}
