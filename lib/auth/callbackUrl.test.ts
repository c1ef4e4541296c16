import { expect, test } from 'vitest'
import { safePath } from './callbackUrl.ts'

const own = ['http://localhost:3000', 'http://127.0.0.1:3000']

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://localhost:3000@evil.example',
  'http://localhost:3000.evil.example/',
  'http://localhost:3000//evil.example',
  'http://localhost:3000/\\evil.example',
  'foo',
  '',
  ' /x',
  '/api/auth/signout',
  '/login?callbackUrl=/login',
  'x'.repeat(3000),
  undefined,
  null,
  {},
])('%j leads to the library', (asked) => {
  expect(safePath(asked, own)).toBe('/videos')
})

test.each([
  ['/history', '/history'],
  ['/videos/1?t=5#frame', '/videos/1?t=5#frame'],
  ['/%2f%2fevil.example', '/%2f%2fevil.example'],
  ['http://localhost:3000/studio', '/studio'],
  ['http://127.0.0.1:3000', '/'],
])('%s leads to %s', (asked, path) => {
  expect(safePath(asked, own)).toBe(path)
})
