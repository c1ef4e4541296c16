/** Why `POST /api/watch` refused a request, with the status of the response. */
export const REFUSAL_STATUS = {
  'not-post': 405,
  'not-json-type': 415,
  'foreign-origin': 403,
  'too-large': 413,
  'cut-off': 400,
  'not-json': 400,
  'bad-shape': 400,
  'false-token': 401,
  'token-ended': 401,
  removed: 401,
  'no-session': 401,
  'another-members-token': 403,
  'too-many': 429,
  'seq-too-great': 422,
  'outside-the-video': 422,
  'more-than-the-credit': 422,
  'try-again': 503,
  'database-away': 503,
  failed: 503,
} as const

export type RefusalName = keyof typeof REFUSAL_STATUS

/** The `reason` of the JSON body: `bad-shape` says where, as in `bad-shape: beacons.0.seq`. */
export type Refusal = RefusalName | `bad-shape: ${string}`

/** @returns the reason without its suffix. */
export function refusalName(reason: Refusal): RefusalName {
  return isNamed(reason) ? reason : 'bad-shape'
}

function isNamed(reason: Refusal): reason is RefusalName {
  return Object.hasOwn(REFUSAL_STATUS, reason)
}
