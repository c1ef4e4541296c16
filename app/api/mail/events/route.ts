import { readBodyText } from '#lib/auth/readBody.ts'
import { jsonRefusal, orDatabaseAway } from '#lib/jsonResponse.ts'
import { handleMailEvent } from '#lib/mail/mailEvent.ts'

const MAX_BODY_BYTES = 64 * 1024

/** Resend's webhook for delivery events. Called from no origin of ours: the signature is verified. */
export function POST(request: Request): Promise<Response> {
  return orDatabaseAway(async () => {
    const body = await readBodyText(request, MAX_BODY_BYTES)
    if (body === null) return jsonRefusal(413, 'too-large')
    const result = await handleMailEvent(body, (name) => request.headers.get(name))
    return 'reason' in result
      ? jsonRefusal(result.status, result.reason)
      : new Response(null, { status: result.status })
  })
}
