import { readBodyText } from '#lib/auth/readBody.ts'
import { jsonRefusal, orDatabaseAway } from '#lib/jsonResponse.ts'
import { handleMailEvent } from '#lib/mail/mailEvent.ts'

const MOST_BYTES = 64 * 1024

/** Where Resend tells what became of a mail. It is no page of ours: its signature says who asks. */
export function POST(request: Request): Promise<Response> {
  return orDatabaseAway(async () => {
    const body = await readBodyText(request, MOST_BYTES)
    if (body === null) return jsonRefusal(413, 'too-large')
    const taken = await handleMailEvent(body, (name) => request.headers.get(name))
    return 'reason' in taken
      ? jsonRefusal(taken.status, taken.reason)
      : new Response(null, { status: taken.status })
  })
}
