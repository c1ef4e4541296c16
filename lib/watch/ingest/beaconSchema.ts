import { z } from 'zod'
import type { Beacon } from '#lib/watch/protocol/beacon.ts'

/** Bytes of a request's body. */
export const MAX_BODY_BYTES = 32 * 1024

const natural = z.int().min(0)

const segment = z
  .tuple([natural, natural, z.number().min(0.25).max(4), z.union([z.literal(0), z.literal(1)])])
  .refine(([start, end]) => start < end, 'a segment ends after it starts')

const beacon = z.strictObject({
  seq: natural,
  position: natural,
  ended: z.boolean(),
  segments: z.array(segment).max(100),
})

/** The body of `POST /api/watch`: exactly this shape, nothing besides. */
export const watchBodySchema = z.strictObject({
  token: z.string().max(512),
  age: natural.optional(),
  beacons: z.array(beacon).min(1).max(20),
})

export type WatchBody = { token: string; age: number; beacons: Beacon[] }
export type ParsedBody = { ok: true; body: WatchBody } | { ok: false; reason: string }

/** @returns the reason as `not-json` or `bad-shape: where`, never with anything of the content. */
export function parseWatchBody(text: string): ParsedBody {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, reason: 'not-json' }
  }
  const parsed = watchBodySchema.safeParse(json)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'body'
    return { ok: false, reason: `bad-shape: ${where}` }
  }
  const { token, age = 0, beacons } = parsed.data
  return { ok: true, body: { token, age, beacons: beacons.map(toBeacon) } }
}

function toBeacon({ seq, position, ended, segments }: z.infer<typeof beacon>): Beacon {
  return {
    seq,
    position,
    ended,
    segments: segments.map(([start, end, rate, visible]) => ({
      start,
      end,
      rate,
      visible: visible === 1,
    })),
  }
}
