import type { Random } from '#lib/random.ts'

/** A request; a header that is undefined is left out. */
export type HostileRequest = {
  kind: string
  method: string
  headers: Record<string, string | undefined>
  body: Buffer
}

/** What hostile requests are derived from: an acceptable request, and foreign credentials. */
export type Valid = {
  body: { token: string; age: number; beacons: object[] }
  cookie: string
  /** Of another member. */
  foreignToken: string
  /** Of a playback whose token has ended. */
  endedToken: string
  /** Of another member. */
  foreignCookie: string
  /** Of a revoked session. */
  endedCookie: string
}

type Change = (valid: Valid, random: Random) => Partial<HostileRequest>
type Json = unknown

/** Raw JSON values, and text that is none, to put where a number, a string or a list is expected. */
const RAW = [
  ...['0', '-0', '1', '-1', '0.5', '1.0', '1e0', '1e2', '1e-2', '1e308', '1e400', '-1e400'],
  ...['8191', '8192', '2147483647', '2147483648', '-2147483648', '4294967295', '4294967296'],
  ...['9007199254740991', '9007199254740992', '9007199254740993', '18446744073709551616'],
  ...['0.25', '0.2499999999999999', '4', '4.000000000000001', '5e-324', `1${'0'.repeat(400)}`],
  ...['NaN', 'Infinity', '01', '0x10', '.5', '1.', '+1', "'1'", 'undefined', ''],
  ...['null', 'true', 'false', '""', '"1"', '"x"', '"\\u0000"', '"\\ud800"', '[]', '{}', '[[]]'],
  ...['{"__proto__":{"seq":1}}', '{"constructor":{"prototype":{}}}', '{"length":1e9}', '[1e9]'],
]
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'token', 'seq', 'age', 'then']
const TYPES = ['text/plain', 'application/jsonx', 'multipart/form-data; boundary=x', '', 'json']
const ORIGINS = [undefined, 'null', 'https://elsewhere.example', 'http://127.0.0.1', '//', 'x']
const METHODS = ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND']

const changes: Record<string, Change> = {
  'bytes flipped': ({ body }, random) => {
    const bytes = Buffer.from(JSON.stringify(body))
    for (let left = 1 + random.below(4); left > 0; left--) {
      const at = random.below(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    }
    return { body: bytes }
  },
  'cut short': ({ body }, random) => {
    const bytes = Buffer.from(JSON.stringify(body))
    return { body: bytes.subarray(0, random.below(bytes.length)) }
  },
  'one value changed': ({ body }, random) => text(withRaw(body, random)),
  'several values changed': ({ body }, random) => {
    let changed = withRaw(body, random)
    for (let left = random.below(4); left > 0; left--) changed = withRaw(changed, random)
    return text(changed)
  },
  'an additional property': ({ body }, random) => {
    const name = JSON.stringify(random.pick(NAMES))
    const value = random.pick(RAW)
    const all = JSON.stringify(body)
    const starts = [...all.matchAll(/\{/g)].map(({ index }) => index + 1)
    const at = random.pick(starts) ?? 1
    return text(`${all.slice(0, at)}${name}:${value},${all.slice(at)}`)
  },
  'a duplicate property': ({ body }, random) => {
    const all = JSON.stringify(body)
    const pairs = [...all.matchAll(/"(seq|position|ended|age)":[^,}]+/g)]
    const pair = random.pick(pairs)?.[0] ?? '"age":0'
    return text(all.replace(pair, `${pair},"${pair.split('"')[1]}":${random.pick(RAW)}`))
  },
  'a missing property': ({ body }, random) => {
    const [beacon, ...rest] = body.beacons
    const left = Object.entries(beacon ?? {}).filter(() => random.chance(0.7))
    return text(JSON.stringify({ ...body, beacons: [Object.fromEntries(left), ...rest] }))
  },
  'deeply nested': ({ body }, random) => {
    const depth = 1 + random.below(16_000)
    const [open, close] = random.chance(0.5) ? ['[', ']'] : ['{"a":', '}']
    const most = Math.min(depth, Math.floor(31_000 / (open.length + close.length)))
    const nest = `${open.repeat(most)}1${random.chance(0.7) ? close.repeat(most) : ''}`
    const where = random.pick(['"token"', '"age"', '"beacons"', null])
    return text(where ? JSON.stringify(body).replace(where, `"x":${nest},${where}`) : nest)
  },
  'too large': ({ body }, random) => {
    const [beacon = {}] = body.beacons
    const many = (item: unknown, most: number) => Array(2 + random.below(most)).fill(item)
    const size = random.below(3)
    if (size === 0) return text(JSON.stringify({ ...body, beacons: many(beacon, 40) }))
    const segments = many([0, 1, 1, 1], 3000)
    if (size === 1) return text(JSON.stringify({ ...body, beacons: [{ ...beacon, segments }] }))
    return text(`${JSON.stringify(body)}${' '.repeat(random.below(80_000))}`)
  },
  'more than the credit': ({ body }, random) => {
    const segments = Array(1 + random.below(100)).fill([0, 3000 + random.below(700), 0.25, 1])
    return text(JSON.stringify({ ...body, beacons: [{ ...body.beacons[0], segments }] }))
  },
  'another encoding': ({ body }, random) => {
    const all = JSON.stringify(body)
    const kinds = [
      Buffer.from(`\ufeff${all}`),
      Buffer.from(all, 'utf16le'),
      Buffer.concat([Buffer.from(all), Buffer.from([0xff, 0xfe, 0])]),
      Buffer.from(Array.from({ length: 1 + random.below(300) }, () => random.below(256))),
      Buffer.from(encodeURIComponent(all)),
    ]
    return { body: random.pick(kinds) ?? Buffer.alloc(0) }
  },
  'a false token': ({ body }, random) => {
    const { token } = body
    const at = random.below(token.length)
    const other = token.replace(token[at] ?? '', random.pick([...'AZaz09-_=+/ .']) ?? '')
    const kinds = [other, token.slice(0, at), `${token}${token}`, token.toUpperCase(), 'x']
    return text(JSON.stringify({ ...body, token: random.pick(kinds) }))
  },
  "another member's token": ({ body, foreignToken }) =>
    text(JSON.stringify({ ...body, token: foreignToken })),
  'an ended token': ({ body, endedToken }) => text(JSON.stringify({ ...body, token: endedToken })),
  'another session': ({ foreignCookie, endedCookie, cookie }, random) => {
    const kinds = [foreignCookie, endedCookie, undefined, '', '=', ';;;', `${cookie}x`, 'a=%']
    return { headers: { cookie: random.pick(kinds) } }
  },
  'another content type': (_, random) => ({ headers: { 'content-type': random.pick(TYPES) } }),
  'another origin': (_, random) => ({ headers: { origin: random.pick(ORIGINS) } }),
  'another method': (_, random) => ({ method: random.pick(METHODS) ?? 'GET' }),
}

/** Derives a request from a valid one by one or two changes. */
export function makeHostile(valid: Valid, random: Random): HostileRequest {
  const kinds = Object.keys(changes)
  const kind = random.pick(kinds) ?? ''
  const request: HostileRequest = {
    kind,
    method: 'POST',
    headers: { cookie: valid.cookie },
    body: Buffer.from(JSON.stringify(valid.body)),
  }
  const also = random.chance(0.1) ? random.pick(kinds) : undefined
  for (const name of also ? [kind, also] : [kind]) {
    const { headers, ...rest } = changes[name]?.(valid, random) ?? {}
    Object.assign(request, rest)
    Object.assign(request.headers, headers)
  }
  return request
}

/** The token of a body and the numbers of its beacons: what a 204 for it acknowledges. */
export function acknowledgedBy(body: Buffer): { token: string; seqs: number[] } {
  const { token, beacons } = JSON.parse(body.toString('utf8'))
  return { token, seqs: beacons.map(({ seq }: { seq: number }) => seq) }
}

const text = (body: string) => ({ body: Buffer.from(body) })

/** JSON with one of its values replaced by one of `RAW`. */
function withRaw(json: Json, random: Random): string {
  const all = typeof json === 'string' ? json : JSON.stringify(json)
  const values = [...all.matchAll(/(?<=[:[,])(-?[\d.e+]+|true|false|null|"[^"]*"(?!:)|\[\]|\{\})/g)]
  const value = random.pick(values)
  if (!value) return all
  const end = value.index + value[0].length
  return `${all.slice(0, value.index)}${random.pick(RAW)}${all.slice(end)}`
}
