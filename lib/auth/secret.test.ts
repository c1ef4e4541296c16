import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Secret } from './secret.ts'

const secret = new Secret('kestrel over the harbour')

test('a secret is redacted however it is printed', () => {
  const prints = [`${secret}`, String(secret), JSON.stringify({ secret }), inspect({ a: [secret] })]
  for (const print of prints) {
    expect(print).toContain('[redacted]')
    expect(print).not.toContain('kestrel')
  }
  expect(Object.keys(secret)).toEqual([])
})

test('a secret is revealed and compared only when asked', () => {
  expect(secret.reveal()).toBe('kestrel over the harbour')
  expect(secret.equals(new Secret('kestrel over the harbour'))).toBe(true)
  expect(secret.equals(new Secret('another'))).toBe(false)
})
