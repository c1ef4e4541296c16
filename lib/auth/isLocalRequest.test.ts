import { expect, test } from 'vitest'
import { addressOf, stampAddress } from './address.ts'
import { isLocalRequest } from './isLocalRequest.ts'

const own = ['http://localhost:3000', 'http://127.0.0.1:3000']

function from(remote: string): string {
  const headers: Record<string, string> = {}
  stampAddress(headers, remote, 0)
  return addressOf((name) => headers[name])
}

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('someone at this machine: %s', (remote) => {
  const asked = { host: 'localhost:3000', address: from(remote) }
  expect(isLocalRequest({ ...asked, forwardedFor: null }, own)).toBe(true)
  expect(isLocalRequest({ ...asked, forwardedFor: remote }, own)).toBe(true)
})

test.each([
  '203.0.113.9',
  '127.0.0.1, 203.0.113.9',
  '203.0.113.9, 127.0.0.1',
  '2001:db8::1',
  'unknown',
  '',
])('not through a tunnel that ends here, for %j', (forwardedFor) => {
  const asked = { host: 'localhost:3000', address: from('127.0.0.1'), forwardedFor }
  expect(isLocalRequest(asked, own)).toBe(false)
})

test.each([
  ['from the network, whatever Host is sent', 'localhost:3000', '192.168.1.7', own],
  ['over IPv6', 'localhost:3000', 'fe80::1', own],
  ['a foreign name that points here', 'evil.example:3000', '127.0.0.1', own],
  ['no Host', null, '127.0.0.1', own],
  ['the proxy of a site for the world', 'localhost:3000', '127.0.0.1', ['https://videos.example']],
])('not %s', (_, host, remote, origins) => {
  const asked = { host, address: from(remote), forwardedFor: null }
  expect(isLocalRequest(asked, origins)).toBe(false)
})
