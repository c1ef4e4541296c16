import pino from 'pino'
import { afterEach, expect, it } from 'vitest'
import { DatabaseAway } from '#db/client.ts'
import { setLogger } from '#lib/log.ts'
import { ingestWith, makeClaims } from '#testing/sendBeacons.ts'
import type { BodyRead, IngestDependencies, WatchRequest } from './ingest.ts'
import { type PlaybackClaims, signToken } from './playbackToken.ts'
import { logRefusals } from './refusalCounts.ts'
import { addRemovedId } from './removedIds.ts'

const NOW = Date.UTC(2031, 4, 17, 12)
const COOKIE = 'session=a-canary-of-a-cookie'

afterEach(() => setLogger(undefined))

const beacon = { seq: 0, position: 30, ended: false, segments: [[0, 30, 1, 1]] }

/** As our page sends it, except for what is given. */
async function send({
  facts = {},
  parts = {},
  claims = makeClaims(NOW),
  token = signToken(claims),
  body = JSON.stringify({ token, beacons: [beacon] }),
}: {
  facts?: Partial<WatchRequest>
  parts?: Partial<IngestDependencies>
  claims?: PlaybackClaims
  token?: string
  body?: string
}) {
  const answer = await ingestWith(
    claims,
    body,
    { now: () => NOW, store: async () => 'stored', requestsPerMinute: 30, ...parts },
    { origin: 'http://ours', host: 'ours', cookie: COOKIE, ...facts },
  )
  return `${answer.status} ${answer.reason?.split(':')[0]}`
}

const saying = (over: Partial<Record<keyof typeof beacon, unknown>>) => (token: string) =>
  JSON.stringify({ token, beacons: [{ ...beacon, ...over }] })
const sayingIt = (over: Parameters<typeof saying>[0]) => {
  const claims = makeClaims(NOW)
  return { claims, body: saying(over)(signToken(claims)) }
}

it('counts every refusal by its reason and logs the counts, never a token or a cookie', async () => {
  const lines: string[] = []
  setLogger(pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }))
  logRefusals()
  lines.length = 0
  const away = async () => {
    throw new DatabaseAway('away')
  }
  const broken = async () => {
    throw new Error('a bug')
  }
  const tooLarge = async (): Promise<BodyRead> => ({ ok: false, reason: 'too-large' })
  const cutOff = async (): Promise<BodyRead> => ({ ok: false, reason: 'cut-off' })
  const removed = makeClaims(NOW)
  addRemovedId({ id: removed.videoId })
  const refusals: [string, Parameters<typeof send>[0]][] = [
    ['405 not-post', { facts: { method: 'GET' } }],
    ['415 not-json-type', { facts: { contentType: 'text/plain' } }],
    ['403 foreign-origin', { parts: { isOwnOrigin: () => false } }],
    ['413 too-large', { facts: { contentLength: '32769' } }],
    ['413 too-large', { facts: { readBody: tooLarge } }],
    ['400 cut-off', { facts: { readBody: cutOff } }],
    ['400 not-json', { body: '{' }],
    ['400 bad-shape', sayingIt({ seq: -1 })],
    ['401 false-token', { token: `${signToken(makeClaims(NOW))}A` }],
    ['401 token-ended', { claims: makeClaims(NOW, { end: NOW }) }],
    ['401 token-ended', { parts: { store: async () => 'ended' } }],
    ['401 removed', { claims: removed }],
    ['401 no-session', { parts: { liveSession: async () => null } }],
    [
      '403 another-members-token',
      { parts: { liveSession: async () => ({ memberId: 'another' }) } },
    ],
    ['429 too-many', { parts: { requestsPerMinute: 0 } }],
    ['422 seq-too-great', sayingIt({ seq: 8192 })],
    ['422 outside-the-video', sayingIt({ position: 4000 })],
    ['422 more-than-the-credit', sayingIt({ segments: [[0, 3600, 1, 1]] })],
    ['503 try-again', { parts: { store: async () => 'busy' } }],
    ['503 database-away', { parts: { store: away } }],
    ['503 failed', { parts: { store: broken } }],
  ]
  const tokens = refusals.map(([, { claims }]) => (claims ? signToken(claims) : 'no token'))
  for (const [expected, sent] of refusals) expect(await send(sent)).toBe(expected)
  expect(await send({}), 'what is stored is not counted').toBe('204 undefined')
  logRefusals()

  const counts: Record<string, number> = {}
  for (const [expected] of refusals) {
    const reason = expected.slice(4)
    counts[reason] = (counts[reason] ?? 0) + 1
  }
  expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({ refused: counts })
  expect(lines, 'the bug, and the counts').toHaveLength(2)
  const logged = lines.join('')
  expect(logged).not.toContain('canary')
  for (const token of tokens) expect(logged).not.toContain(token)
  logRefusals()
  expect(lines, 'logged once').toHaveLength(2)
})
