import { addressOf } from '#lib/auth/address.ts'
import { isOwnOrigin } from '#lib/auth/origin.ts'
import { readFormFields } from '#lib/auth/readBody.ts'
import { jsonRefusal, jsonResponse, orDatabaseAway } from '#lib/jsonResponse.ts'
import { checkSignUp } from '#lib/members/checkSignUp.ts'

/** Whether a sign-up with `email` would be accepted; called while it is typed. */
export function POST(request: Request): Promise<Response> {
  return orDatabaseAway(async () => {
    const header = (name: string) => request.headers.get(name) ?? undefined
    if (!isOwnOrigin(header('origin'), header('host'))) return jsonRefusal(403, 'foreign-origin')
    const body = await readFormFields(request)
    if (!body.ok) return jsonRefusal(body.status, body.reason)
    const checked = await checkSignUp(body.fields.email, addressOf(header), new Date())
    return jsonResponse(checked, !checked.ok && checked.reason === 'limited' ? 429 : 200)
  })
}
