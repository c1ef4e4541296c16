import { expect, test } from 'vitest'
import { contentPolicy } from './contentPolicy.ts'

const plain = { isHttps: false, isDev: false }

test('42: scripts run by their nonce, nothing is framed, no base and no plugin', () => {
  const policy = contentPolicy('abc', plain)
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic' https:")
  expect(policy).not.toContain('unsafe-eval')
  for (const none of ['object-src', 'base-uri', 'frame-ancestors'])
    expect(policy).toContain(`${none} 'none'`)
})

test('a host gets what its videos need and nothing else', () => {
  const part = (name: string) =>
    contentPolicy('abc', plain)
      .split('; ')
      .find((each) => each.startsWith(name))
  expect(part('connect-src')).toContain('mux.com')
  expect(part('script-src')).not.toContain('mux.com')
  expect(part('frame-src')).toContain('https://player.vimeo.com')
  expect(part('connect-src')).not.toContain('youtube')
  expect(part('frame-src')).not.toContain('self')
})

test('over https, and only there, plain addresses are asked for over https', () => {
  expect(contentPolicy('abc', plain)).not.toContain('upgrade')
  expect(contentPolicy('abc', { ...plain, isHttps: true })).toContain('upgrade-insecure-requests')
})
