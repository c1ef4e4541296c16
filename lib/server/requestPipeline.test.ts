import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { env } from '#lib/env.ts'
import { createRequestPipeline } from './requestPipeline.ts'

let server: Server
let url: string
let own: string
let isThere: boolean
let nextAnswers: number
let nextSaw: string[]

beforeEach(async () => {
  isThere = true
  nextAnswers = 200
  nextSaw = []
  const answer = createRequestPipeline(
    async (req, res) => {
      nextSaw.push(`${req.method} ${req.url}`)
      res.writeHead(nextAnswers, { 'content-type': 'text/html' }).end('from Next')
    },
    async () => isThere,
  )
  server = createServer((req, res) => void answer(req, res))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  own = `http://127.0.0.1:${env().PORT}`
})
afterEach(() => server.close())

const page = { accept: 'text/html' }

describe('a page', () => {
  it('comes from Next while the database is there', async () => {
    expect(await (await fetch(`${url}/videos`, { headers: page })).text()).toBe('from Next')
  })

  it('is the plain 503 page, without asking Next, while it is away; and comes back', async () => {
    isThere = false
    const answer = await fetch(`${url}/videos`, { headers: page })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('The database does not answer')
    expect(nextSaw).toEqual([])
    isThere = true
    expect((await fetch(`${url}/videos`, { headers: page })).status).toBe(200)
  })

  it('that fails with 500 because the database went away meanwhile is the 503 page', async () => {
    nextAnswers = 500
    const looks = [true, false]
    const answer = createRequestPipeline(
      async (_, res) => void res.writeHead(500).end('broken'),
      async () => looks.shift() ?? false,
    )
    server.removeAllListeners('request')
    server.on('request', (req, res) => void answer(req, res))
    expect((await fetch(`${url}/videos`, { headers: page })).status).toBe(503)
  })

  it('that fails with 500 for another reason stays 500', async () => {
    nextAnswers = 500
    const answer = await fetch(`${url}/videos`, { headers: page })
    expect([answer.status, await answer.text()]).toEqual([500, 'from Next'])
  })
})

describe('an address', () => {
  it.each(['/videos/%ff', '/api/videos/%E0%A4%A/retention', '/media/%'])(
    'that cannot be decoded is not there, and never reaches Next: %s',
    async (path) => {
      const answer = await fetch(url + path)
      expect([answer.status, await answer.json()]).toEqual([404, { reason: 'no-such-address' }])
      expect(nextSaw).toEqual([])
    },
  )

  it.each(['http://evil.example/videos', '*', '*@evil.example/login'])(
    'that is none of ours is not there, and never reaches Next: %s',
    async (path) => {
      const { port } = server.address() as AddressInfo
      const sent = request({ port, host: '127.0.0.1', path, method: 'GET' })
      const [answer] = await once(sent.end(), 'response')
      expect([answer.statusCode, nextSaw]).toEqual([404, []])
      answer.resume()
    },
  )

  it.each(['/videos/%C3%A9', '/?x=%ff'])('that can be decoded reaches Next: %s', async (path) => {
    expect((await fetch(url + path)).status).toBe(200)
    expect(nextSaw).toEqual([`GET ${path}`])
  })
})

it('43: every response has the security headers, and HSTS over https', async () => {
  isThere = false
  for (const path of ['/videos', '/media/%', '/_next/static/a.js', '/api/watch']) {
    const { headers } = await fetch(url + path, { headers: page })
    expect(headers.get('x-frame-options'), path).toBe('DENY')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.has('strict-transport-security'), path).toBe(false)
  }
  Object.assign(env(), { NEXTAUTH_URL: 'https://videos.example' })
  const answer = createRequestPipeline(
    async (_, res) => void res.end(),
    async () => true,
  )
  Object.assign(env(), { NEXTAUTH_URL: undefined })
  server.removeAllListeners('request')
  server.on('request', (req, res) => void answer(req, res))
  const { headers } = await fetch(url, { headers: page })
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
})

it('an asset needs no database', async () => {
  isThere = false
  expect((await fetch(`${url}/_next/static/a.js`)).status).toBe(200)
})

it('a failing read reports in JSON that the database is away', async () => {
  isThere = false
  nextAnswers = 500
  const answer = await fetch(`${url}/api/videos`)
  expect([answer.status, await answer.json()]).toEqual([503, { reason: 'database-away' }])
})

describe('a form post', () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${url}/login`, { method: 'POST', headers })

  it.each<[string, Record<string, string>]>([
    ['foreign', { origin: 'https://evil.example' }],
    ['null', { origin: 'null' }],
    ['missing', {}],
  ])('with a %s origin is refused before Next', async (_, headers) => {
    const answer = await post(headers)
    expect([answer.status, await answer.json()]).toEqual([403, { reason: 'foreign-origin' }])
    expect(nextSaw).toEqual([])
  })

  it('of our own reaches Next', async () => {
    const { port } = server.address() as AddressInfo
    const headers = { origin: own, host: new URL(own).host }
    const sent = request({ port, host: '127.0.0.1', path: '/login', method: 'POST', headers })
    const [answer] = await once(sent.end(), 'response')
    expect(answer.statusCode).toBe(200)
    expect(nextSaw).toEqual(['POST /login'])
    answer.resume()
  })

  it('with our origin but at another host is refused', async () => {
    expect((await post({ origin: own })).status).toBe(403)
  })
})
