import { expect, test } from 'vitest'
import { contentPolicy } from './contentPolicy.ts'

const plain = { isHttps: false, isDev: false }

test('42: scripts run by their nonce, nothing is framed, no base and no plugin', () => {
  const policy = contentPolicy('abc', plain)
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).not.toContain('unsafe-eval')
  for (const none of ['object-src', 'base-uri', 'frame-ancestors'])
    expect(policy).toContain(`${none} 'none'`)
})

test('films may come from their hosts, scripts may not', () => {
  const [scripts, connects] = ['script-src', 'connect-src'].map((name) =>
    contentPolicy('abc', plain)
      .split('; ')
      .find((part) => part.startsWith(name)),
  )
  expect(connects).toContain('mux.com')
  expect(scripts).not.toContain('mux.com')
})

test('over https, and only there, plain addresses are asked for over https', () => {
  expect(contentPolicy('abc', plain)).not.toContain('upgrade')
  expect(contentPolicy('abc', { ...plain, isHttps: true })).toContain('upgrade-insecure-requests')
})
