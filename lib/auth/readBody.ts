export type FormBody =
  | { ok: true; fields: Record<string, string> }
  | { ok: false; status: 400 | 413 | 415; reason: string }

const MAX_FORM_BYTES = 8 * 1024

/** The text fields of a small form or flat JSON object; a body that is too long is not read to its end. */
export async function readFormFields(request: Request): Promise<FormBody> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const isJson = type === 'application/json'
  if (!isJson && type !== 'application/x-www-form-urlencoded') {
    return { ok: false, status: 415, reason: 'not-a-form' }
  }
  const text = await readBodyText(request, MAX_FORM_BYTES)
  if (text === null) return { ok: false, status: 413, reason: 'too-large' }
  const fields = isJson ? parseJson(text) : Object.fromEntries(new URLSearchParams(text))
  return fields ? { ok: true, fields } : { ok: false, status: 400, reason: 'malformed' }
}

/** @returns null when the body is longer than `maxBytes`; the rest is not read */
export async function readBodyText(request: Request, maxBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): Record<string, string> | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const pairs = Object.entries(value).filter(([, field]) => typeof field !== 'object')
    return Object.fromEntries(pairs.map(([name, field]) => [name, String(field)]))
  } catch {
    return null
  }
}
