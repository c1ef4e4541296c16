import { z } from 'zod'
import type { Beacon } from '#lib/watch/protocol/beacon.ts'
import {
  MAX_BEACONS_PER_REQUEST,
  MAX_RATE,
  MAX_SEGMENTS_PER_BEACON,
  MAX_TOKEN_CHARS,
  MIN_RATE,
} from '#lib/watch/protocol/limits.ts'
import type { Refusal } from '#lib/watch/protocol/refusal.ts'

const natural = z.int().min(0)

const segment = z
  .tuple([
    natural,
    natural,
    z.number().min(MIN_RATE).max(MAX_RATE),
    z.union([z.literal(0), z.literal(1)]),
  ])
  .refine(([start, end]) => start < end, 'a segment ends after it starts')

const beacon = z.strictObject({
  seq: natural,
  position: natural,
  ended: z.boolean(),
  segments: z.array(segment).max(MAX_SEGMENTS_PER_BEACON),
})

/** The body of `POST /api/watch`: exactly this shape, no other members. */
export const watchBodySchema = z.strictObject({
  token: z.string().max(MAX_TOKEN_CHARS),
  age: natural.optional(),
  beacons: z.array(beacon).min(1).max(MAX_BEACONS_PER_REQUEST),
})

export type WatchBody = { token: string; age: number; beacons: Beacon[] }
export type ParsedBody = { ok: true; body: WatchBody } | { ok: false; reason: Refusal }

/** @returns a reason of `not-json` or `bad-shape: path`, never with anything of the content. */
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
