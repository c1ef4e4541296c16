import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { formFields } from '#testing/formFields.ts'
import { makePerson } from '#testing/people.ts'
import { expect, originOf, test } from './fixtures.ts'

const PAGES = ['/signup', '/login', '/forgot', '/reset?token=x', '/verify?token=x']

async function actionFields(request: APIRequestContext, path: string) {
  return formFields(await (await request.get(path)).text())
}

const long = 'x'.repeat(200_000)

for (const path of PAGES) {
  test(`no body sent to ${path} is answered 500`, async ({ request, baseURL }) => {
    const fields = await actionFields(request, path)
    const action = JSON.parse(fields['$ACTION_1:0'] ?? '{}').id
    const headers = { origin: originOf(baseURL) }
    const called = { ...headers, 'next-action': action, 'content-type': 'text/plain' }
    const boundary = { ...headers, 'content-type': 'multipart/form-data; boundary=x' }
    const file = { name: 'f', mimeType: 'text/plain', buffer: Buffer.from('x') }
    const bodies = [
      { headers, multipart: fields },
      { headers, multipart: { ...fields, email: long, password: long, name: long, token: long } },
      { headers, multipart: { ...fields, email: file, password: file, name: file, token: file } },
      { headers, multipart: { ...fields, email: '\0@\r\nBcc: x', name: '\0', token: '\0' } },
      { headers, multipart: { ...fields, '$ACTION_1:1': '[[[' } },
      { headers, multipart: { ...fields, '$ACTION_1:1': '[{"errors":null,"values":null}]' } },
      { headers, multipart: { ...fields, '$ACTION_1:0': '{"id":"zz","bound":null}' } },
      { headers, multipart: { ...fields, name: 'x'.repeat(2_000_000) } },
      { headers: boundary, data: 'garbage' },
      { headers: { ...headers, 'content-type': 'application/json' }, data: '{' },
      { headers: called, data: '[]' },
      { headers: called, data: '[null,"x"]' },
      { headers: { ...called, 'next-action': 'f'.repeat(42) }, data: '[]' },
    ]
    for (const body of bodies) {
      // A body refused before it is read ends the connection, which is also an answer.
      const answer = await request.post(path, { ...body, maxRedirects: 0 }).catch(() => undefined)
      expect(answer?.status() ?? 413, JSON.stringify(body).slice(0, 200)).toBeLessThan(500)
    }
  })
}

test('a form with a foreign origin is refused before its action runs', async ({ request }) => {
  const multipart = await actionFields(request, '/login')
  for (const origin of ['https://evil.example', 'null', '']) {
    const answer = await request.post('/login', { multipart, headers: { origin } })
    expect(answer.status()).toBe(403)
  }
})

test('a forged X-Forwarded-For evades no limit', async ({ request, baseURL }) => {
  const { email } = await makePerson()
  const statuses: number[] = []
  for (let tries = 0; tries < 12; tries++) {
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
    const answer = await request.post('/api/auth/callback/credentials', {
      headers: { origin: originOf(baseURL), 'x-forwarded-for': `203.0.113.${tries}` },
      form: { email, password: randomUUID(), csrfToken, json: 'true' },
    })
    statuses.push(answer.status())
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
})

test('links in mails have the configured origin, whatever the Host header is', async ({
  request,
  baseURL,
}) => {
  const answer = await request.post('/forgot', {
    headers: { origin: originOf(baseURL), host: 'evil.example' },
    multipart: { ...(await actionFields(request, '/forgot')), email: 'ada@videos.example' },
  })
  expect(answer.status()).toBe(403)
})
